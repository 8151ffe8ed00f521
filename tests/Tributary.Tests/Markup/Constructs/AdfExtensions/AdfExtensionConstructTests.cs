namespace Tributary.Tests.Markup.Constructs.AdfExtensions;

public sealed class AdfExtensionConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:adf-extension><ac:adf-node type=\"extension\"><ac:adf-attribute key=\"extension-key\">tide-clock</ac:adf-attribute></ac:adf-node><ac:adf-fallback><p>06:12</p></ac:adf-fallback></ac:adf-extension>", ":::opaque[extension tide-clock] opaque\n  p 06:12")]
    [InlineData("<ac:adf-extension />", "::opaque[ac:adf-extension] opaque")]
    public Task What_only_older_sites_would_show_cannot_be_edited(string storage, string model) => Construct.IsRead(storage, model);
}
