using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup.Model;
using Tributary.Markup.Wiki;
using Tributary.Markup.Writing;

namespace Tributary.Tests.Markup.Wiki;

public sealed class WikiRendererTests
{
    [Fact]
    public void What_is_written_without_a_loss_reads_as_the_same() => Check.One(PropertyCases.Of(1000).WithEndSize(40), Prop.ForAll(ModelGen.Documents, document =>
    {
        var losses = new LossLog();
        string wiki = Write(document, losses);
        if (!losses.IsEmpty) return true;
        string read = ModelText.Of(WikiModel.Read(wiki), withHandles: false);
        Assert.True(ModelText.Of(document, withHandles: false) == read, $"{ModelText.Of(document, withHandles: false)}\n-----\n{read}\n-----\n{wiki}");
        return true;
    }));

    [Fact]
    public void Any_page_is_written_anew_and_then_stays_as_it_is() => Check.One(PropertyCases.Of(1000), Prop.ForAll(WikiFuzz.Texts, text =>
    {
        var losses = new LossLog();
        string written = Write(WikiModel.Read(text), losses);
        if (losses.IsEmpty) Assert.Equal(written, Write(WikiModel.Read(written), losses));
        return true;
    }));

    private static string Write(Document document, LossLog losses)
    {
        var text = new StringBuilder();
        new WikiRenderer(losses, "\n").Write(document.Blocks, text, WikiPlace.Page);
        return text.ToString();
    }
}
