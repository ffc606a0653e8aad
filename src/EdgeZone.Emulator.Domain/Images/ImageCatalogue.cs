using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Images;

/// <summary>The images there are and the one that is installed when a call names none.</summary>
internal sealed class ImageCatalogue
{
    private readonly Dictionary<string, Image> _byId;
    private readonly Image _default;

    /// <summary>Indexes the images.</summary>
    public ImageCatalogue(IEnumerable<Image> images, string defaultImageId)
    {
        _byId = images.ToDictionary(image => image.Id, StringComparer.Ordinal);
        _default = _byId[defaultImageId];
    }

    /// <summary>What to install: the image and its version, the newest unless one is named, <c>""</c> for an image without versions.</summary>
    /// <exception cref="EdgeZoneException">InvalidParameterValue: unknown image, or a version it does not have.</exception>
    public (string ImageId, string Version) Choose(string? imageId, string? version)
    {
        var image = imageId is null ? _default : _byId.GetValueOrDefault(imageId)
            ?? throw Refusal.Parameter.InvalidValue("ImageId", imageId, "the image does not exist");
        if (version is null)
        {
            return (image.Id, image.Versions is [.., var newest] ? newest : "");
        }

        if (image.Versions.Count == 0)
        {
            throw Refusal.Parameter.InvalidValue("VersionNumber", version, $"image {image.Id} is a custom image and has no versions");
        }

        return image.Versions.Contains(version)
            ? (image.Id, version)
            : throw Refusal.Parameter.InvalidValue("VersionNumber", version, $"image {image.Id} has no such version");
    }
}
