namespace Tributary.Emulator.World;

/// <summary>
/// A refusal in Confluence's own words. v2 shows <see cref="Code"/> and <see cref="Title"/>; v1 shows <see cref="JavaClass"/> (on Cloud) and <see cref="Exception.Message"/>.
/// </summary>
internal sealed class ConfluenceException : Exception
{
    private ConfluenceException(int status, string code, string title, string javaClass, string message) : base(message)
    {
        Status = status;
        Code = code;
        Title = title;
        JavaClass = javaClass;
    }

    public int Status { get; }

    public string Code { get; }

    public string Title { get; }

    public string JavaClass { get; }

    /// <summary>Missing, or not to be seen: Confluence answers the same for both.</summary>
    public static ConfluenceException NotFound(string what) =>
        Of(404, "NOT_FOUND", "Not Found", "NotFoundException", what);

    public static ConfluenceException NoContent(string id) =>
        NotFound($"No content found with id : ContentId{{id={id}}}");

    public static ConfluenceException NoSpace(string key) =>
        NotFound($"No space found with key : {key}");

    public static ConfluenceException BadRequest(string message) => BadRequest(message, message);

    public static ConfluenceException BadRequest(string title, string message) =>
        Of(400, "INVALID_REQUEST_PARAMETER", title, "BadRequestException", message);

    /// <summary>A body that is no JSON, or not of the shape asked for.</summary>
    public static ConfluenceException BadMessage(string message) =>
        Of(400, "INVALID_MESSAGE", message, "BadRequestException", message);

    public static ConfluenceException WrongType(string value, string parameter, string expected) =>
        BadRequest($"Provided value {{{value}}} for '{parameter}' is not the correct type. Expected type is {expected}.");

    public static ConfluenceException Forbidden(string message) =>
        Of(403, "FORBIDDEN", message, "PermissionException", message);

    public static ConfluenceException StaleVersion(int current, int? provided) =>
        Of(
            409,
            "CONFLICT",
            $"Version must be incremented when updating a page. Current Version: [{current}]. Provided version: [{provided}]",
            "ConflictException",
            $"Version must be incremented on update. Current version is: {current}");

    public static ConfluenceException Conflict(string message) => Of(409, "CONFLICT", message, "ConflictException", message);

    public static ConfluenceException TitleTaken(string title, string spaceKey) =>
        BadRequest(
            "A page with this title already exists: A page already exists with the same TITLE in this space",
            $"A page with this title already exists: A page already exists with the title {title} in the space with key {spaceKey}");

    public static ConfluenceException Gone() =>
        Of(410, "GONE", "This deprecated endpoint has been removed.", "GoneException", "This deprecated endpoint has been removed.");

    public static ConfluenceException TooLarge(string message) =>
        Of(413, "PAYLOAD_TOO_LARGE", message, "RequestTooLargeException", message);

    private static ConfluenceException Of(int status, string code, string title, string javaClass, string message) =>
        new(status, code, title, javaClass, message);
}
