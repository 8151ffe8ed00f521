using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Hosting;

/// <summary>A request to an endpoint: parameters read with Confluence's own complaints about wrong ones.</summary>
internal sealed class Call(HttpContext http, Site site, Caller? caller, byte[] body, IReadOnlyList<UploadedFile> files)
{
    public Site Site { get; } = site;

    public Wiki Wiki => Site.Wiki;

    /// <summary>Endpoints of the REST APIs are only reached by a known user.</summary>
    public User User => caller?.User ?? throw new InvalidOperationException("This endpoint needs a user, and the request has none.");

    /// <summary>Null for a visitor with a browser.</summary>
    public User? Visitor => caller?.User;

    public bool ViaGateway => caller?.ViaGateway ?? false;

    /// <summary>The same request as another user would have sent it.</summary>
    public Call As(User user) => new(http, Site, new Caller(user, ViaGateway), body, Files);

    public HttpRequest Http => http.Request;

    /// <summary>The parts of a multipart form that are files.</summary>
    public IReadOnlyList<UploadedFile> Files { get; } = files;

    /// <summary>The body as a JSON object.</summary>
    [field: AllowNull]
    public JsonObject Json => field ??= JsonNode as JsonObject ?? throw ConfluenceException.BadMessage("The request body must be a JSON object");

    /// <summary>The body as any JSON; null for none at all.</summary>
    public JsonNode? JsonNode
    {
        get
        {
            if (body.Length == 0) return null;
            try
            {
                RequireText(body);
                return System.Text.Json.Nodes.JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                throw ConfluenceException.BadMessage($"Could not parse the request body: {error.Message}");
            }
        }
    }

    // Bytes that are no UTF-8, and halves of a surrogate pair, would be found only when somebody reads the string that has them.
    private static void RequireText(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) throw new JsonException("The text is not UTF-8.");
        if (json.IndexOf("\\u"u8) < 0) return;
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) _ = reader.GetString();
        }
    }

    public string Route(string name) => (string)http.GetRouteValue(name)!;

    /// <summary>A route value that must be the id of a content: a number, <c>att</c> and a number, or an alias that exists.</summary>
    public string RouteId(string name = "id")
    {
        string value = Route(name);
        ReadOnlySpan<char> digits = value.StartsWith("att", StringComparison.Ordinal) ? value.AsSpan(3) : value;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) || Wiki.Find(value) is not null
            ? value
            : throw ConfluenceException.WrongType(value, name, "long");
    }

    public long RouteNumber(string name = "id")
    {
        string value = Route(name);
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw ConfluenceException.WrongType(value, name, "long");
    }

    public string? Query(string name) => Http.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>Values given repeatedly, or as one list with commas.</summary>
    public IReadOnlyList<string> Many(string name) =>
        [.. Http.Query[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public IReadOnlyList<long> ManyNumbers(string name) =>
        [.. Many(name).Select(value => long.TryParse(value, CultureInfo.InvariantCulture, out long id) ? id : throw ConfluenceException.WrongType(value, name, "Set<Long>"))];

    public bool Flag(string name, bool otherwise = false) => Query(name) switch
    {
        null => otherwise,
        { } value when bool.TryParse(value, out bool flag) => flag,
        { } value => throw ConfluenceException.WrongType(value, name, "boolean"),
    };

    public int? Number(string name) => Query(name) switch
    {
        null => null,
        { } value when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        { } value => throw ConfluenceException.WrongType(value, name, "int"),
    };

    /// <summary>A moment given as ISO 8601 or, as v2 filters have it, in milliseconds.</summary>
    public DateTimeOffset? Moment(string name) => Query(name) switch
    {
        null => null,
        { } value when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms),
        { } value when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) => moment,
        { } value => throw ConfluenceException.WrongType(value, name, "long"),
    };
}

/// <summary>A file of a multipart form.</summary>
/// <param name="Field">The name of the form's part: Confluence wants <c>file</c>.</param>
internal sealed record UploadedFile(string Field, string FileName, string ContentType, byte[] Data);
