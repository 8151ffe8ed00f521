using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Tributary.Http.Streamable;

/// <summary>A client sends JSON and takes either form of an answer: which one it gets is the server's choice.</summary>
internal static class ContentTypes
{
    private const string Json = "application/json";
    private const string Events = "text/event-stream";

    public static Refusal? CheckPost(IHeaderDictionary headers)
    {
        if (!Accepts(headers, Json) || !Accepts(headers, Events))
            return Refusal.Because(StatusCodes.Status406NotAcceptable, $"Not acceptable: the Accept header must list {Json} and {Events}.");

        if (!MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            || headers.ContentEncoding.Count > 0)
        {
            return Refusal.Because(StatusCodes.Status415UnsupportedMediaType, $"The body must be {Json} in UTF-8, not compressed.");
        }

        return null;
    }

    public static Refusal? CheckGet(IHeaderDictionary headers) =>
        Accepts(headers, Events)
            ? null
            : Refusal.Because(StatusCodes.Status406NotAcceptable, $"Not acceptable: the Accept header must list {Events}.");

    private static bool Accepts(IHeaderDictionary headers, string type) =>
        MediaTypeHeaderValue.TryParseList(headers.Accept, out IList<MediaTypeHeaderValue>? accepted)
        && accepted.Any(range => range.Quality is not 0 && range.MatchesMediaType(type));
}
