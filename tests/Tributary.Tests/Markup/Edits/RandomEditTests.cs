using System.Text.RegularExpressions;
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

public sealed partial class RandomEditTests
{
    private static readonly Config Thorough = PropertyCases.Of(600);

    private static readonly Arbitrary<int> Seeds = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    [Fact(Timeout = 60000)]
    public async Task An_operation_on_storage_format_changes_bytes_in_its_scope_alone()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Seeds, (body, seed) => Holds(body.Text, isAdf: false, seed)));
    }

    [Fact(Timeout = 60000)]
    public async Task An_operation_on_ADF_changes_bytes_in_its_scope_alone()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(Arb.From(AdfSample.Documents), Seeds, (adf, seed) => Holds(adf, isAdf: true, seed)));
    }

    [Fact(Timeout = 60000)]
    public async Task What_was_put_in_and_is_deleted_leaves_the_bytes_as_they_were()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Seeds, (body, seed) =>
        {
            var random = new Random(seed);
            if (Pick(Places(StorageModel.Read(StorageDocument.Parse(body.Text))), random) is not { } place) return;
            EditResult put = StorageFormat.Edit(body.Text, [new EditOperation(random.Next(2) == 0 ? EditAction.InsertAfter : EditAction.InsertBefore) { Node = place.Handle, Content = "Quite fresh" }]);
            if (put.Problems.Count > 0 || put.Losses.Count > 0) return;
            Place fresh = Places(StorageModel.Read(StorageDocument.Parse(put.Text))).First(candidate => candidate.Block is Paragraph { Inlines: [Text { Value: "Quite fresh" }] });

            Assert.Equal(body.Text, StorageFormat.Edit(put.Text, [new EditOperation(EditAction.Delete) { Node = fresh.Handle }]).Text);
        }));
    }

    [Fact(Timeout = 60000)]
    public async Task A_word_that_is_replaced_is_the_only_change()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Seeds, (body, seed) =>
        {
            string[] lines = [.. new PageMap(StorageModel.Read(StorageDocument.Parse(body.Text))).All.Where(place => place.Inline is null).Select(place => place.Block).OfType<TextBlock>().Select(line => Tributary.Markup.Edits.LineText.Of(line.Inlines))];
            string[] words = [.. lines.SelectMany(line => Word().Matches(line)).Select(match => match.Value).Where(word => Regex.Count(body.Text, word) == 1)];
            if (words.Length == 0) return;
            string replaced = words[seed % words.Length];

            EditResult result = StorageFormat.Edit(body.Text, [new EditOperation(EditAction.ReplaceText) { Find = replaced, Content = "Qx7" }]);

            if (result.Problems.Count == 0) Assert.Equal(body.Text.Replace(replaced, "Qx7", StringComparison.Ordinal), result.Text);
            else Assert.Equal(EditProblemCode.NotFound, Assert.Single(result.Problems).Code);
        }));
    }

    [GeneratedRegex(@"\bw\d+x\b")]
    private static partial Regex Word();

    private static void Holds(string body, bool isAdf, int seed)
    {
        if (RandomOperation.Of(body, isAdf, new Random(seed)) is not { } random) return;

        EditResult result = Edit(random.Operation);

        if (result.Problems.Count > 0)
        {
            Assert.Same(body, result.Text);
            return;
        }

        Assert.Null(isAdf ? AdfTree.Read(result.Text).Error?.Message : StorageFormat.Validate(result.Text)?.Message);
        if (random.Scope.Fault(result.Text) is { } fault) Assert.Fail($"{random.Operation}\n{fault}");
        Assert.Same(body, Edit(random.Operation with { Node = "p99999", Section = null }).Text);
        Assert.Same(body, Edit(random.Operation with { Section = "No such heading at all", Node = null }).Text);

        EditResult Edit(EditOperation operation) => isAdf ? AdfDocument.Edit(body, [operation]) : StorageFormat.Edit(body, [operation]);
    }

    private static Place[] Places(Document page) => [.. new PageMap(page).All.Where(place => place.Handle.Length > 0)];

    private static Place? Pick(Place[] places, Random random) => places.Length == 0 ? null : places[random.Next(places.Length)];
}
