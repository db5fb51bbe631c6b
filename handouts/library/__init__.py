"""The content by id, the words, the layouts, the clinics and the plans, each checked against the others."""
