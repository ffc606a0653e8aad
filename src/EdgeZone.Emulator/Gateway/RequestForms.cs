using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Decides how a request is carried: by its head, and where that leaves it open by the first character of its body.</summary>
internal static class RequestForms
{
    /// <summary>The largest body with a TC3 signature, in bytes.</summary>
    public const int LargestBody = 10 * 1024 * 1024;

    /// <summary>The largest body with an older signature, in bytes.</summary>
    public const int LargestV1Body = 1024 * 1024;

    public static RequestForm Of(HttpRequest http, AuthMode mode)
    {
        var isGet = http.Method == "GET";
        if (http.Headers.Authorization.Count > 0)
        {
            return isGet ? RequestForm.Tc3Flat : OfTc3(http.Headers.ContentType.ToString());
        }

        return !isGet && mode != AuthMode.Strict && http.Headers.ContainsKey("X-TC-Action") ? RequestForm.UnsignedOrV1 : RequestForm.V1;
    }

    /// <summary>Decides what the head left open, as soon as enough of the body is there.</summary>
    /// <param name="form">What is known so far.</param>
    /// <param name="body">What has arrived so far.</param>
    /// <param name="complete">Whether nothing comes after it.</param>
    public static RequestForm Resolve(RequestForm form, ReadOnlySpan<byte> body, bool complete)
    {
        if (form != RequestForm.UnsignedOrV1)
        {
            return form;
        }

        var text = body.TrimStart(" \t\r\n"u8);
        return text.IsEmpty && !complete ? form : text is [(byte)'{', ..] ? RequestForm.Unsigned : RequestForm.V1;
    }

    /// <summary>How large a body of this form may be, in bytes.</summary>
    public static int LimitOf(RequestForm form) => form == RequestForm.V1 ? LargestV1Body : LargestBody;

    /// <summary>A content type without its parameters, as sent.</summary>
    public static ReadOnlySpan<char> MediaType(ReadOnlySpan<char> contentType)
    {
        var semicolon = contentType.IndexOf(';');
        return (semicolon < 0 ? contentType : contentType[..semicolon]).Trim();
    }

    // Without a content type the body is JSON; a form under TC3 is taken although the documents do not list it.
    private static RequestForm OfTc3(ReadOnlySpan<char> contentType)
    {
        var media = MediaType(contentType);
        if (media.IsEmpty || media.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return RequestForm.Tc3Json;
        }

        return media.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? RequestForm.Tc3Flat : RequestForm.Tc3Other;
    }
}
