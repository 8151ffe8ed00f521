using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Edits;
using Tributary.Markup.ThreeWay;
using Tributary.Tests.Markup.Edits;
using Tributary.Tests.Markup.Generators;

namespace Tributary.Tests.Markup.ThreeWay;

public sealed partial class RandomMergeTests
{
    private static readonly Config Thorough = PropertyCases.Of(1_000);

    private static readonly Arbitrary<int> Seeds = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    [Fact(Timeout = 120000)]
    public async Task Nothing_that_two_wrote_comes_to_stand_under_another_heading_or_twice_or_is_gone()
    {
        await Task.CompletedTask;
        int merges = 0, all = 0;
        Check.One(Thorough, Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            string blanks = random.Next(2) == 0 ? "" : "\n", page = string.Join(blanks, Enumerable.Range(0, random.Next(2, 7)).Select(i => Section(i, random, blanks)));
            string mine = Edited(page, "mine", random), theirs = Edited(page, "theirs", random);

            MergeResult result = BodyMerge.OfStorage(page, mine).Into(theirs);

            all++;
            if (result.Text is not { } merged)
            {
                Assert.NotEmpty(result.Conflicts);
                return;
            }

            merges++;
            Dictionary<string, string> was = Headings(page), my = Headings(mine), their = Headings(theirs), now = Headings(merged);
            foreach (string text in was.Keys.Union(my.Keys).Union(their.Keys))
            {
                string? before = was.GetValueOrDefault(text), meant = my.GetValueOrDefault(text), other = their.GetValueOrDefault(text);
                // What one deleted is gone, though the other put a new heading above it.
                string? expected = meant == before ? other : other == before ? meant : meant == other ? meant : meant is null || other is null ? null : "nobody knows";
                Assert.True(expected == now.GetValueOrDefault(text), $"{text}: {now.GetValueOrDefault(text)}, not {expected}\n{page}\n{mine}\n{theirs}\n{merged}");
            }
        }));
        Assert.True(merges > all / 3, $"{merges} of {all} merged");
    }

    [Fact(Timeout = 120000)]
    public async Task A_change_is_taken_back_byte_for_byte_past_what_others_changed_elsewhere()
    {
        await Task.CompletedTask;
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, Seeds, (body, seed) =>
        {
            if (StorageFormat.Validate(body.Text) is not null || RandomOperation.Of(body.Text, isAdf: false, new Random(seed)) is not { } random) return;
            const string tail = "\n<h1>Tail</h1>\n<p>end</p>", changed = "\n<h1>Tail</h1>\n<p>changed</p>";
            EditResult edited = StorageFormat.Edit(body.Text, [random.Operation]);
            if (edited.Problems.Count > 0) return;

            MergeResult merged = BodyMerge.OfStorage(edited.Text + tail, body.Text + tail).Into(edited.Text + changed);

            Assert.True(body.Text + changed == merged.Text, $"{random.Operation}\n{edited.Text}\n{merged.Text}\n{string.Join('\n', merged.Conflicts)}");
        }));
    }

    private static string Section(int number, Random random, string blanks) =>
        string.Join(blanks, Enumerable.Range(0, random.Next(0, 4)).Select(i => $"<p>s{number}p{i} words of it</p>").Prepend($"<h{random.Next(1, 3)}>Head{number}</h1>".Replace("</h1>", "")).Select((text, i) => i > 0 ? text : $"{text}</{text[1..3]}>"));

    private static string Edited(string page, string who, Random random)
    {
        string[] heads = [.. Head().Matches(page).Select(match => match.Groups[1].Value)];
        string Pick() => heads[random.Next(heads.Length)];
        EditOperation[] operations = [.. Enumerable.Range(0, random.Next(1, 3)).Select(i => random.Next(7) switch
        {
            0 => new EditOperation(EditAction.Delete) { Section = Pick() },
            1 => new EditOperation(EditAction.Move) { Section = Pick(), Before = Pick() },
            2 => new EditOperation(EditAction.Move) { Section = Pick(), After = Pick() },
            3 => new EditOperation(EditAction.InsertBefore) { Section = Pick(), Content = $"# {who}head{i}\n\n{who}{i} under it" },
            4 => new EditOperation(EditAction.Replace) { Section = Pick(), Content = $"{who}{i} anew\n\n{who}{i} again" },
            5 => new EditOperation(EditAction.Delete) { Node = $"p{random.Next(1, 5)}" },
            _ => new EditOperation(EditAction.Append) { Section = Pick(), Content = $"{who}{i} appended" },
        })];
        EditResult edited = StorageFormat.Edit(page, operations);
        return edited.Problems.Count > 0 ? page : edited.Text;
    }

    /// <summary>Each text of a page with the heading that it stands under; none may stand there twice.</summary>
    private static Dictionary<string, string> Headings(string page)
    {
        var texts = new Dictionary<string, string>();
        string[] above = ["", "", ""];
        foreach (Match block in Block().Matches(page))
        {
            string text = block.Groups[2].Value;
            if (block.Groups[1].Value is ['h', var digit])
            {
                int level = digit - '0';
                texts.Add(text, above[level - 1]);
                above[level] = text;
                if (level == 1) above[2] = text;
            }
            else
            {
                texts.Add(text, above[2]);
            }
        }

        return texts;
    }

    [GeneratedRegex("<h[12]>(.*?)</h[12]>")]
    private static partial Regex Head();

    [GeneratedRegex("<(h1|h2|p)>(.*?)</")]
    private static partial Regex Block();
}
