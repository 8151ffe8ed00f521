using System.Net.Http.Headers;
using System.Text;
using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Routing;

/// <summary>The form in which Atlassian takes a file: a part named <c>file</c>.</summary>
internal static class FileForm
{
    /// <param name="contentType">What is no media type is sent as bytes of no kind.</param>
    public static MultipartFormDataContent Of(UploadProgress upload, string fileName, string contentType)
    {
        HttpContent file = upload.Content();
        file.Headers.ContentType = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) ? type : new MediaTypeHeaderValue("application/octet-stream");

        // Atlassian reads a name in UTF-8 between quotes, as browsers write it, and not the framework's RFC 2047 form.
        string name = fileName.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
        var form = new MultipartFormDataContent { file };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        return form;
    }
}
