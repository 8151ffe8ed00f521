using System.Text;
using Tributary.Markup;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;
using Tributary.Tests.Markup.Storage;

namespace Tributary.Tests.Markup.Constructs;

/// <summary>What a piece of storage format is as a model, and what the model is as new storage.</summary>
internal static class Construct
{
    public static Task IsRead(string storage, string model)
    {
        Assert.Null(StorageFormat.Validate(storage));
        Assert.Equal(model, Says(storage));
        return Task.CompletedTask;
    }

    public static Task IsReadAndWritten(string storage, string model) => IsRewritten(storage, model, storage);

    public static Task IsRewritten(string storage, string model, string anew)
    {
        Assert.Equal(model, Says(storage));
        var losses = new LossLog();
        var written = new StringBuilder();
        new StorageRenderer(losses).WriteBlocks(StorageModel.Read(StorageDocument.Parse(storage)).Blocks, written);

        Assert.Equal(anew, written.ToString());
        Assert.Null(StorageFormat.Validate(anew));
        Assert.Empty(losses.ToList());
        return Task.CompletedTask;
    }

    private static string Says(string storage) => ModelText.Of(StorageModel.Read(StorageDocument.Parse(storage))).TrimEnd('\n');
}
