using System.Text;
using Tributary.Emulator.Seeds;
using Tributary.Markup;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Tests.Markup.Storage;

public sealed class StorageModelTests
{
    public static TheoryData<string> Pages => [.. SeedData.Paths.Where(path => path.EndsWith(".xml", StringComparison.Ordinal))];

    [Theory(Timeout = 10000)]
    [MemberData(nameof(Pages))]
    public async Task Every_page_of_the_demo_wiki_says_the_same_when_it_is_written_anew(string path)
    {
        Document read = StorageModel.Read(StorageDocument.Parse(SeedData.Text(path)));
        var losses = new LossLog();
        var written = new StringBuilder();
        new StorageRenderer(losses).WriteBlocks(read.Blocks, written);

        Assert.Null(StorageFormat.Validate(written.ToString()));
        Assert.All(losses.ToList(), loss => Assert.StartsWith("opaque part", loss.What, StringComparison.Ordinal));
        if (losses.IsEmpty) Assert.Equal(ModelText.Of(read), ModelText.Of(StorageModel.Read(StorageDocument.Parse(written.ToString()))));
        await Task.CompletedTask;
    }
}
