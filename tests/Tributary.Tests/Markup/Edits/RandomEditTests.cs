using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Adf;
using Tributary.Markup.Adf.Syntax;
using Tributary.Markup.Edits;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Tests.Markup.Adf;
using Tributary.Tests.Markup.Generators;

namespace Tributary.Tests.Markup.Edits;

public sealed class RandomEditTests
{
    private static readonly Config Thorough = PropertyCases.Of(150);

    private static readonly string[] Contents =
    [
        "Fresh *words*", "## Fresh\n\nwords", "- one\n- two", "- [ ] task", "| a | b |\n| --- | --- |\n| 1 | 2 |", "```java\nx\n```", "> [!NOTE]\n> x", ":::expand[T]\nbody\n:::", "::toc{maxLevel=2}",
        "1. a\n\n   b", "Text [l](https://x.example/) :status[Done]{colour=Green}",
    ];

    [Fact(Timeout = 60000)]
    public async Task An_operation_on_storage_format_touches_what_it_names_and_nothing_else()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Arb.From(Gen.Choose(0, int.MaxValue - 1)), (body, seed) =>
            Holds(body.Text, StorageModel.Read(StorageDocument.Parse(body.Text)), new Random(seed), operation => StorageFormat.Edit(body.Text, [operation]), text => Assert.Null(StorageFormat.Validate(text)), isAdf: false)));
    }

    [Fact(Timeout = 60000)]
    public async Task An_operation_on_ADF_touches_what_it_names_and_nothing_else()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Arb.From(Gen.Choose(0, int.MaxValue - 1)), (adf, seed) =>
            Holds(adf, AdfModel.Read(AdfTree.Read(adf)), new Random(seed), operation => AdfDocument.Edit(adf, [operation]), text => Assert.Null(AdfTree.Read(text).Error), isAdf: true)));
    }

    [Fact(Timeout = 60000)]
    public async Task What_was_put_in_and_is_deleted_leaves_the_bytes_as_they_were()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Arb.From(Gen.Choose(0, int.MaxValue - 1)), (body, seed) =>
        {
            var random = new Random(seed);
            if (Pick(Places(StorageModel.Read(StorageDocument.Parse(body.Text))), random) is not { } place) return;
            EditResult put = StorageFormat.Edit(body.Text, [new EditOperation(random.Next(2) == 0 ? EditAction.InsertAfter : EditAction.InsertBefore) { Node = place.Handle, Content = "Quite fresh" }]);
            if (put.Problems.Count > 0 || put.Losses.Count > 0) return;
            Place fresh = Places(StorageModel.Read(StorageDocument.Parse(put.Text))).First(candidate => candidate.Block is Paragraph { Inlines: [Text { Value: "Quite fresh" }] });

            Assert.Equal(body.Text, StorageFormat.Edit(put.Text, [new EditOperation(EditAction.Delete) { Node = fresh.Handle }]).Text);
        }));
    }

    private static void Holds(string body, Document page, Random random, Func<EditOperation, EditResult> edit, Action<string> validate, bool isAdf)
    {
        if (Pick(Places(page), random) is not { } place) return;
        EditOperation operation = Operation(place, page, random);

        EditResult result = edit(operation);

        if (result.Problems.Count > 0)
        {
            Assert.Same(body, result.Text);
            return;
        }

        validate(result.Text);
        if (result.Text == body) return;
        Assert.Same(body, edit(operation with { Node = "p99999" }).Text);
        Assert.Same(body, edit(operation with { Section = "No such heading at all", Node = null }).Text);
        int head = body.AsSpan().CommonPrefixLength(result.Text), tail = 0;
        while (tail < Math.Min(body.Length, result.Text.Length) - head && body[^(tail + 1)] == result.Text[^(tail + 1)]) tail++;
        if (operation.Action is EditAction.InsertAfter or EditAction.InsertBefore or EditAction.Append) Assert.True(isAdf || result.Losses.Count > 0 || head + tail >= body.Length, $"{operation}\n{result.Text}");

        // What is empty now goes with its last child, and the schema of ADF parts what may not stand together.
        if (operation.Action is not (EditAction.ReplaceText or EditAction.CheckTask or EditAction.SetParameter)) return;
        Origin named = place.Block.Origin!;
        Assert.StartsWith(body[..named.Start], result.Text, StringComparison.Ordinal);
        Assert.EndsWith(body[named.End..], result.Text, StringComparison.Ordinal);
    }

    private static EditOperation Operation(Place place, Document page, Random random)
    {
        string content = Contents[random.Next(Contents.Length)];
        Place goal = Pick(Places(page), random)!;
        string[] words = [.. (place.Block is TextBlock line ? Tributary.Markup.Edits.LineText.Of(line.Inlines) : "").Split([' ', '\n', Tributary.Markup.Edits.LineText.Object], StringSplitOptions.RemoveEmptyEntries)];
        return random.Next(8) switch
        {
            0 => new EditOperation(EditAction.Delete) { Node = place.Handle },
            1 => new EditOperation(EditAction.Move) { Node = place.Handle, After = goal.Handle },
            2 => new EditOperation(EditAction.Replace) { Node = place.Handle, Content = content },
            3 => new EditOperation(EditAction.Append) { Node = place.Handle, Content = content },
            4 => new EditOperation(EditAction.CheckTask) { Node = place.Handle, Done = random.Next(2) == 0 },
            5 => new EditOperation(EditAction.SetParameter) { Node = place.Handle, Name = random.Next(2) == 0 ? "title" : "zz", Content = random.Next(3) == 0 ? null : "some value" },
            6 when words.Length > 0 => new EditOperation(EditAction.ReplaceText) { Node = place.Handle, Find = words[random.Next(words.Length)], Content = random.Next(2) == 0 ? "Qx7" : "**Qx7** z", All = true },
            _ => new EditOperation(random.Next(2) == 0 ? EditAction.InsertAfter : EditAction.InsertBefore) { Node = place.Handle, Content = content },
        };
    }

    private static Place[] Places(Document page) => [.. new PageMap(page).All.Where(place => place.Handle.Length > 0)];

    private static Place? Pick(Place[] places, Random random) => places.Length == 0 ? null : places[random.Next(places.Length)];
}
