using System.Text;
using Tributary.Markup;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Tests.Markup.Storage;

public sealed class StorageModelTests
{
    [Fact(Timeout = 10000)]
    public async Task Every_page_of_the_demo_wiki_has_ranges_that_nest_and_says_the_same_when_it_is_written_anew()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "../../../../../src/Tributary.Emulator/Seeds/Data/demo");
        foreach (string file in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories))
        {
            string storage = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Document read = StorageModel.Read(StorageDocument.Parse(storage));
            AssertNested(read.Blocks, 0, storage.Length);

            var losses = new LossLog();
            var written = new StringBuilder();
            new StorageRenderer(losses).WriteBlocks(read.Blocks, written);
            Assert.Null(StorageFormat.Validate(written.ToString()));
            if (!losses.IsEmpty) continue;
            Assert.Equal(ModelText.Of(read), ModelText.Of(StorageModel.Read(StorageDocument.Parse(written.ToString()))));
        }
    }

    private static void AssertNested(IReadOnlyList<Block> blocks, int start, int end)
    {
        foreach (Block block in blocks)
        {
            Assert.InRange(block.Origin!.Start, start, end);
            Assert.InRange(block.Origin.End, block.Origin.Start + 1, end);
            start = block.Origin.End;
            if (block is ContainerBlock container) AssertNested(container.Blocks, block.Origin.Start, block.Origin.End);
        }
    }
}
