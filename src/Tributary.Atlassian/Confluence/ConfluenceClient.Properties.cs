using System.Text.Json;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Confluence.V2;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    private const int MostProperties = 100;

    /// <summary>The properties of a page or blog post, by key.</summary>
    /// <param name="key">This one alone; null is all.</param>
    public async Task<IReadOnlyList<ContentProperty>> ListPropertiesAsync(PageId id, string? key, CancellationToken cancellationToken)
    {
        string operation = $"list properties of page {id}";
        IAsyncEnumerable<ContentProperty> properties = IsCloud
            ? CursorWalk.ToEndAsync(cursor => EitherKindAsync(
                ConfluenceOperation.ListProperties, ConfluenceOperation.ListBlogPostProperties, route => ReadPropertiesAsync(route, id, key, cursor, operation, cancellationToken)))
            : CursorWalk.ToEndAsync(start => ReadPropertiesFromAsync(id, start, operation, cancellationToken));
        return await properties.Where(property => key is null || property.Key == key).OrderBy(property => property.Key, StringComparer.Ordinal).ToListAsync(cancellationToken);
    }

    /// <param name="known">The property as it was read; null makes a new one.</param>
    /// <exception cref="AtlassianException"><see cref="AtlassianErrorKind.VersionConflict"/> where someone else has written it since.</exception>
    public async Task<ContentProperty> SetPropertyAsync(PageId id, string key, JsonElement value, ContentProperty? known, CancellationToken cancellationToken)
    {
        string operation = $"set property {key} of page {id}";
        if (IsCloud)
        {
            var write = new V2PropertyWrite(key, value, known is null ? null : new V2VersionWrite(known.Version + 1, Message: null));
            Func<HttpContent> body = JsonAnswers.Body(write, V2Writes.V2PropertyWrite);
            V2Property written = known is null
                ? await EitherKindAsync(ConfluenceOperation.AddProperty, ConfluenceOperation.AddBlogPostProperty, route => SendAsync(
                    Route(route).Request(operation, id.ToString(), content: body), V2Json.Default.V2Property, cancellationToken))
                : await EitherKindAsync(ConfluenceOperation.UpdateProperty, ConfluenceOperation.UpdateBlogPostProperty, route => SendAsync(
                    Route(route).Request(operation, id.ToString(), known.Id, content: body), V2Json.Default.V2Property, cancellationToken));
            return Property(written, operation);
        }

        var v1Write = new V1PropertyWrite(key, value, known is null ? null : new V1VersionWrite(known.Version + 1, Message: null));
        ConfluenceOperation kind = known is null ? ConfluenceOperation.AddProperty : ConfluenceOperation.UpdateProperty;
        V1Property answer = await SendAsync(
            Route(kind).Request(operation, id.ToString(), key, query: new Parameters { { "expand", "version" } }, content: JsonAnswers.Body(v1Write, V1Writes.V1PropertyWrite)),
            V1Json.Default.V1Property, cancellationToken);
        return Property(answer, operation);
    }

    /// <summary>For good: properties have no trash.</summary>
    public async Task DeletePropertyAsync(PageId id, ContentProperty property, CancellationToken cancellationToken)
    {
        string operation = $"delete property {property.Key} of page {id}";
        string one = IsCloud ? property.Id : property.Key;
        using UpstreamAnswer answer = IsCloud
            ? await EitherKindAsync(ConfluenceOperation.DeleteProperty, ConfluenceOperation.DeleteBlogPostProperty, DeleteAsync)
            : await DeleteAsync(ConfluenceOperation.DeleteProperty);

        Task<UpstreamAnswer> DeleteAsync(ConfluenceOperation route) => Egress.SendAsync(Route(route).Request(operation, id.ToString(), one), cancellationToken);
    }

    private async Task<CursorPage<ContentProperty>> ReadPropertiesAsync(
        ConfluenceOperation route, PageId id, string? key, string? cursor, string operation, CancellationToken cancellationToken)
    {
        var parts = new Parameters { { "key", key }, { "limit", MostProperties }, { "cursor", cursor } };
        V2List<V2Property> list = await SendAsync(Route(route).Request(operation, id.ToString(), query: parts), V2Json.Default.V2ListV2Property, cancellationToken);
        return new CursorPage<ContentProperty>([.. (list.Results ?? []).Select(property => Property(property, operation))], Links.CursorIn(list.Links?.Next));
    }

    private async Task<CursorPage<ContentProperty>> ReadPropertiesFromAsync(PageId id, string? start, string operation, CancellationToken cancellationToken)
    {
        int from = StartIn(start);
        var parts = new Parameters { { "expand", "version" }, { "start", from }, { "limit", MostProperties } };
        V1List<V1Property> list = await SendAsync(Route(ConfluenceOperation.ListProperties).Request(operation, id.ToString(), query: parts), V1Json.Default.V1ListV1Property, cancellationToken);
        return new CursorPage<ContentProperty>(
            [.. (list.Results ?? []).Select(property => Property(property, operation))], NextCursor(list.Links, from, list.Results?.Count ?? 0));
    }

    private static ContentProperty Property(V2Property property, string operation) => Property(property.Id, property.Key, property.Value, property.Version?.Number, operation);

    private static ContentProperty Property(V1Property property, string operation) => Property(property.Id, property.Key, property.Value, property.Version?.Number, operation);

    private static ContentProperty Property(string? id, string? key, JsonElement value, int? version, string operation) => new(
        id ?? "", key ?? throw JsonAnswers.Missing(operation, "the property's key"), value.ValueKind == JsonValueKind.Undefined ? JsonElement.Parse("null") : value, version ?? 1);
}
