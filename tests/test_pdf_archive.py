from io import BytesIO

from PIL import Image, ImageCms

from handouts.pdf.archive import srgb_profile


def test_the_profile_means_the_colours_of_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    patches = Image.linear_gradient("L").resize((16, 16))
    image = Image.merge("RGB", (patches, patches.rotate(90), patches.rotate(180)))
    turned = ImageCms.profileToProfile(image, ours, theirs)
    assert turned is not None
    differences = [abs(a - b) for a, b in zip(image.tobytes(), turned.tobytes(), strict=True)]
    assert max(differences) <= 1


def test_the_profile_says_what_it_is() -> None:
    assert (
        ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))).strip()
        == "sRGB IEC61966-2.1"
    )
    assert len(srgb_profile()) == int.from_bytes(srgb_profile()[:4], "big")
