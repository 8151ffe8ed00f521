using System.Text.Json.Nodes;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2;

internal static class AttachmentJson
{
    public static JsonObject InList(Call call, Attachment attachment) => Of(call, attachment, attachment.Latest);

    public static JsonObject Alone(Call call, Attachment attachment, ContentVersion version)
    {
        JsonObject json = Of(call, attachment, version);
        json["_links"]!["base"] = call.Site.BaseUrl;
        Includes.AddTo(json, call, attachment);
        return json;
    }

    /// <summary>In words, as the attachment lists of the web pages have it.</summary>
    public static string Describe(string mediaType) => mediaType switch
    {
        "application/pdf" => "PDF Document",
        "text/plain" => "Text File",
        "text/csv" => "CSV File",
        "application/zip" => "Zip Archive",
        "application/json" => "JSON File",
        _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => $"{mediaType[6..].ToUpperInvariant()} Image",
        _ => "File",
    };

    private static JsonObject Of(Call call, Attachment attachment, ContentVersion version)
    {
        FileVersion file = version.File!;
        string webui = Links.WebUi(call.Site, attachment);
        string download = Links.Download(attachment, version);
        var json = new JsonObject
        {
            ["id"] = attachment.Id,
            ["status"] = Wire.Name(attachment.Status),
            ["title"] = version.Title,
            ["createdAt"] = Wire.Time(attachment.CreatedAt),
        };
        ContainerJson.AddTo(json, call.Wiki.ContainerOf(attachment)!);
        json["mediaType"] = file.MediaType;
        json["mediaTypeDescription"] = Describe(file.MediaType);
        json["comment"] = version.Message;
        json["fileId"] = attachment.FileId;
        json["fileSize"] = file.Data.Length;
        json["webuiLink"] = webui;
        json["downloadLink"] = download;
        json["version"] = VersionJson.Of(version);
        json["_links"] = new JsonObject { ["webui"] = webui, ["download"] = download };
        return json;
    }
}
