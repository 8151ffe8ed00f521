using System.ComponentModel;
using ModelContextProtocol.Server;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Markup;
using Tributary.Tools.Catalog;
using Tributary.Tools.Reading;
using Tributary.Tools.Writing;

namespace Tributary.Tools.Confluence;

/// <summary>Writes a blog post.</summary>
[McpServerToolType]
internal sealed class CreateBlogPostTool(ConfluenceClient confluence, SpaceAllowList allowed, PageReader reader)
{
    [McpServerTool(Name = "confluence_create_blog_post", Title = "Write a blog post", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true)]
    [Description("Writes a blog post in a space, from Markdown or storage format. The page tools read and edit it.")]
    public async Task<PageResult> CreateBlogPostAsync(
        SpaceKey space_key,
        string title,
        [Prose] string body,
        [Description("Default: markdown.")] WriteFormat? format = null,
        bool draft = false,
        CancellationToken cancellationToken = default)
    {
        SentBody sent = SentBody.Of(body, content: null, format)!;
        Conversion converted = sent.ToStorage();
        allowed.Check(space_key);
        Page created = await confluence.CreatePageAsync(new NewPage(space_key, PageTitle.Parse(title), converted.Text, Draft: draft, Type: "blogpost"), cancellationToken);
        PageResult result = await reader.ReadWrittenAsync(created, new PageBody(BodyFormat.Storage, converted.Text), sent.Format, cancellationToken);
        return result with
        {
            Message = $"Created {(draft ? "a draft of " : "")}blog post {created.Id}: {created.Url}"
                + (converted.Losses.Count == 0 ? "" : $" Note: {WikiText.Line(string.Join("; ", converted.Losses))}."),
            Undo = draft ? null : Undo.ToTrash(created.Id),
        };
    }
}
