namespace Tributary.Tests.Markup.Constructs.AdfExtensions;

public sealed class AdfExtensionConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:adf-extension><ac:adf-node type=\"panel\"><ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content><p>violet</p></ac:adf-content></ac:adf-node><ac:adf-fallback><p>violet</p></ac:adf-fallback></ac:adf-extension>", ":::opaque[panel note]\n  p violet")]
    [InlineData("<ac:adf-extension><ac:adf-node type=\"decision-list\"><ac:adf-attribute key=\"local-id\">d</ac:adf-attribute><ac:adf-node type=\"decision-item\"><ac:adf-content>one</ac:adf-content></ac:adf-node><ac:adf-node type=\"decision-item\"><ac:adf-content>two</ac:adf-content></ac:adf-node></ac:adf-node></ac:adf-extension>", ":::opaque[decision-list]\n  p one\n  p two")]
    public Task What_the_newer_editor_shows_can_be_read(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:adf-extension><ac:adf-node type=\"extension\"><ac:adf-attribute key=\"extension-key\">tide-clock</ac:adf-attribute></ac:adf-node><ac:adf-fallback><p>06:12</p></ac:adf-fallback></ac:adf-extension>", ":::opaque[extension tide-clock] opaque\n  p 06:12")]
    [InlineData("<ac:adf-extension />", "::opaque[ac:adf-extension] opaque")]
    public Task What_only_older_sites_would_show_cannot_be_edited(string storage, string model) => Construct.IsRead(storage, model);
}
