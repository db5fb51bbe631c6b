"""Write laid-out pages as a tagged, archivable PDF."""
