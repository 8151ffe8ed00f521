using System.Globalization;
using System.Net;
using System.Text;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence.V1;

/// <summary>Turns what the v1 API answers, on Data Center and in Cloud's searches and uploads, into the client's words.</summary>
internal sealed class V1Reader(Links links)
{
    public Page Page(V1Content content, string operation) => new(
        Id(content, operation),
        content.Type ?? "page",
        content.Status ?? "current",
        content.Title ?? "",
        SpaceKey.TryParse(content.Space?.Key, out SpaceKey key) ? key : Links.KeyIn(content.Links?.Webui) ?? throw JsonAnswers.Missing(operation, "the page's space"),
        Version(content.Version ?? new V1Version(1, null, null, null)),
        links.Absolute(content.Links?.Webui, content.Links?.Base),
        content.Ancestors is [.., { Id: { } last }] && PageId.TryParse(last, out PageId parent) ? parent : null,
        content.History?.CreatedBy?.Id,
        content.History?.CreatedDate,
        Body(content.Body),
        content.Metadata?.Labels?.Results?.Select(label => label.Name).OfType<string>().ToArray());

    public static PageVersion Version(V1Version version) => new(version.Number ?? 1, version.When, version.By?.Id, NullIfEmpty(version.Message));

    /// <param name="root">What it is below; ancestors are counted from there.</param>
    public static TreeItem TreeItem(V1Content content, PageId root, string operation)
    {
        string[] above = [.. (content.Ancestors ?? []).Select(ancestor => ancestor.Id ?? "")];
        int place = Array.IndexOf(above, root.ToString());
        return new TreeItem(
            Id(content, operation), content.Type ?? "page", content.Title ?? "", above is [.., var last] && PageId.TryParse(last, out PageId parent) ? parent : root, place < 0 ? 1 : above.Length - place);
    }

    public Space Space(V1Space space, string? answeredBase, string operation) => new(
        JsonAnswers.Needed(space.Id, operation, "the space's id"),
        SpaceKey.TryParse(space.Key, out SpaceKey key) ? key : throw JsonAnswers.Missing(operation, "the space's key"),
        space.Name ?? "",
        space.Type ?? "global",
        space.Status ?? "current",
        links.Absolute(space.Links?.Webui ?? $"/display/{Uri.EscapeDataString(key.ToString())}", space.Links?.Base ?? answeredBase),
        PageId.TryParse(space.Homepage?.Id, out PageId homepage) ? homepage : null,
        NullIfEmpty(space.Description?.Plain?.Value));

    public SearchHit Hit(V1Hit hit, string? answeredBase)
    {
        string? link = hit.Content?.Links?.Webui ?? hit.Space?.Links?.Webui ?? hit.Url;
        SpaceKey? key = SpaceKey.TryParse(hit.Content?.Space?.Key ?? hit.Space?.Key, out SpaceKey known)
            ? known
            : Links.KeyIn(hit.ResultGlobalContainer?.DisplayUrl) ?? Links.KeyIn(link) ?? Links.KeyIn(hit.Url);
        string? id = hit.Content?.Id ?? hit.Space?.Id?.ToString(CultureInfo.InvariantCulture) ?? hit.User?.Id;
        return new SearchHit(
            id ?? "", Plain(hit.Content?.Title ?? hit.Title ?? hit.Space?.Name ?? hit.User?.DisplayName) ?? "", key, hit.Content?.Type ?? hit.EntityType ?? "content",
            links.Absolute(link, answeredBase), Plain(hit.Excerpt), hit.LastModified);
    }

    public Comment Comment(V1Content content, string operation)
    {
        bool inline = content.Extensions?.Location is "inline" or "resolved";
        return new Comment(
            Id(content, operation),
            content.History?.CreatedBy?.Id ?? content.Version?.By?.Id,
            content.History?.CreatedDate ?? content.Version?.When,
            Body(content.Body)?.Value ?? "",
            links.Absolute(content.Links?.Webui, content.Links?.Base),
            inline ? "inline" : "footer",
            inline ? content.Extensions?.Resolution?.Status ?? (content.Extensions?.Location == "resolved" ? "resolved" : "open") : content.Status ?? "current",
            content.Ancestors?.LastOrDefault(ancestor => ancestor.Type is "comment" or null) is { Id: { } last } && PageId.TryParse(last, out PageId parent) ? parent : null,
            content.Version?.Number ?? 1,
            PageId.TryParse(content.Container?.Id, out PageId container) ? container : null);
    }

    /// <param name="download">Where to get it when the answer's own link is not the way.</param>
    public Attachment Attachment(V1Content content, string operation, Func<string?, PageId, string>? download = null)
    {
        PageId id = Id(content, operation);
        return new Attachment(
            id, content.Title ?? "", content.Extensions?.MediaType ?? content.Metadata?.MediaType ?? "application/octet-stream", content.Extensions?.FileSize ?? 0,
            content.History?.CreatedDate ?? content.Version?.When, download?.Invoke(content.Links?.Download, id) ?? links.Absolute(content.Links?.Download),
            content.Version?.Number ?? 1, NullIfEmpty(content.Extensions?.Comment ?? content.Metadata?.Comment));
    }

    public static User User(V1User user) => new(user.Id ?? "", user.DisplayName ?? user.PublicName ?? user.Username ?? user.Id ?? "", NullIfEmpty(user.Email), NullIfEmpty(user.Username));

    public static Subjects Subjects(V1Restriction? restriction) => new(
        [.. (restriction?.Restrictions?.User?.Results ?? []).Where(user => user.Id is not null).Select(User)],
        [.. (restriction?.Restrictions?.Group?.Results ?? []).Where(group => group.Name is not null).Select(group => new Group(group.Name!, NullIfEmpty(group.Id)))]);

    public static Template Template(V1Template template) => new(
        template.TemplateId ?? "", template.Name ?? "", template.Description ?? "", SpaceKey.TryParse(template.Space?.Key, out SpaceKey key) ? key : null, template.Body?.Storage?.Value);

    /// <summary>Text without the marks of hits, entities and line breaks; null for none.</summary>
    private static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string decoded = WebUtility.HtmlDecode(text.Replace("@@@hl@@@", "", StringComparison.Ordinal).Replace("@@@endhl@@@", "", StringComparison.Ordinal));
        var plain = new StringBuilder(decoded.Length);
        foreach (char c in decoded)
        {
            bool space = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!space) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    private static PageBody? Body(V1Bodies? bodies) => bodies switch
    {
        { Storage: { Value: { } storage } } => new PageBody(BodyFormat.Storage, storage),
        { View: { Value: { } view } } => new PageBody(BodyFormat.View, view),
        _ => null,
    };

    private static PageId Id(V1Content content, string operation) => PageId.TryParse(content.Id, out PageId id) ? id : throw JsonAnswers.Missing(operation, "an id");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
