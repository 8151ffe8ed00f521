using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tributary.Markup;
using Tributary.Markup.Markdown;
using Tributary.Markup.Model;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Tests.Markup.Generators;

namespace Tributary.Tests.Markup.Storage;

/// <summary>For any body: what is not changed through Markdown keeps its bytes, and what is changed changes alone.</summary>
public sealed partial class LosslessProperties
{
    private const string New = "<p>Something new</p>";
    private static readonly Config Thorough = PropertyCases.Of(300);

    [Fact(Timeout = 60000)]
    public void Markdown_that_was_not_touched_gives_the_same_bytes() =>
        Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body => StorageFormat.FromMarkdown(StorageFormat.ToMarkdown(body.Text).Text, body.Text).Text == body.Text));

    [Fact(Timeout = 60000)]
    public void Whatever_changes_in_a_block_every_other_block_keeps_its_bytes() => Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
    {
        string markdown = StorageFormat.ToMarkdown(body.Text).Text;
        IReadOnlyList<Block> blocks = StorageModel.Read(StorageDocument.Parse(body.Text)).Blocks;
        foreach (string word in Some(markdown, body.Text))
        {
            int at = body.Text.IndexOf(word, StringComparison.Ordinal);
            Origin? changed = blocks.Select(block => block.Origin!).FirstOrDefault(origin => origin.Start <= at && at < origin.End);
            if (changed is null) continue;
            string written = StorageFormat.FromMarkdown(markdown.Replace(word, "Qx7", StringComparison.Ordinal), body.Text).Text;
            bool isSame = written.StartsWith(body.Text[..changed.Start], StringComparison.Ordinal) && written.EndsWith(body.Text[changed.End..], StringComparison.Ordinal);
            if (!isSame || StorageFormat.Validate(written) is not null) return false.Label($"{word}: {written}\n{markdown}");
        }

        return true.ToProperty();
    }));

    [Fact(Timeout = 60000)]
    public void A_word_that_changes_is_the_only_thing_that_changes()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            string body = StorageBodies.Of(seed, size: 30), markdown = StorageFormat.ToMarkdown(body).Text;
            foreach (string word in Some(markdown, body).Where(word => !IsInCaptionWithPictures(word, body) && !IsOfAnApp(word, body)))
                Assert.Equal(body.Replace(word, "Qx7", StringComparison.Ordinal), StorageFormat.FromMarkdown(markdown.Replace(word, "Qx7", StringComparison.Ordinal), body).Text);
        }
    }

    [Fact(Timeout = 60000)]
    public void A_paragraph_that_comes_between_two_blocks_touches_neither() => Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
    {
        MarkdownText shown = MarkdownWriter.Write(StorageModel.Read(StorageDocument.Parse(body.Text)), new MarkdownOptions());
        int[] places = [.. shown.Blocks.Select(block => block.Start.Value), shown.Text.Length];
        foreach (int place in new[] { places[0], places[places.Length / 2], places[^1] })
        {
            string gap = place == shown.Text.Length ? "\n" : "";
            string more = StorageFormat.FromMarkdown($"{shown.Text[..place]}{gap}Something new\n\n{shown.Text[place..]}", body.Text).Text;
            int at = more.IndexOf(New, StringComparison.Ordinal);
            if (at < 0 || more.Remove(at, New.Length) != body.Text) return false.Label($"at {place}: {more}\n{shown.Text}");
        }

        return true.ToProperty();
    }));

    [Fact(Timeout = 60000)]
    public void Two_ends_that_change_leave_all_between_them() => Check.One(Thorough, Prop.ForAll(StorageBodies.Arbitrary, body =>
    {
        // Nothing is the same text from the start or to the end, so that every block is looked at.
        string markdown = StorageFormat.ToMarkdown(body.Text).Text;
        string more = StorageFormat.FromMarkdown($"Something new\n\n{markdown}\nSomething new\n", body.Text).Text;
        return (more.Replace(New, "", StringComparison.Ordinal) == body.Text).Label($"{more}\n{markdown}");
    }));

    // What stands in for an app cannot be edited.
    private static bool IsOfAnApp(string word, string storage)
    {
        int at = storage.IndexOf(word, StringComparison.Ordinal);
        int app = storage.AsSpan(0, Math.Max(at, 0)).LastIndexOf("tide-clock</ac:adf-attribute>");
        return app >= 0 && !storage.AsSpan(app, at - app).Contains("</ac:adf-fallback>", StringComparison.Ordinal);
    }

    // Markdown shows a picture within a caption as words of the caption, joined to those beside it: where the one ends it cannot tell.
    private static bool IsInCaptionWithPictures(string word, string storage)
    {
        int at = storage.IndexOf(word, StringComparison.Ordinal), depth = 0, start = 0;
        foreach (Match tag in Caption().Matches(storage))
        {
            bool isEnd = tag.Value[1] == '/';
            if (!isEnd && depth++ == 0) start = tag.Index;
            if (isEnd && --depth == 0 && start < at && at < tag.Index) return storage[start..tag.Index].Contains("<ac:image", StringComparison.Ordinal);
        }

        return false;
    }

    [GeneratedRegex("</?ac:caption[ >]")]
    private static partial Regex Caption();

    /// <summary>A few words that stand once in both.</summary>
    private static IEnumerable<string> Some(string markdown, string storage)
    {
        string[] words = [.. Word().Matches(markdown).Select(match => match.Value).Distinct()];
        return words.Where((_, i) => i % Math.Max(1, words.Length / 4) == 0).Where(word => Word().Count(markdown, word) == 1 && Word().Count(storage, word) == 1);
    }

    [GeneratedRegex("w[0-9]+x")]
    private static partial Regex Word();
}

file static class Occurrences
{
    public static int Count(this Regex words, string text, string word) => words.Matches(text).Count(match => match.Value == word);
}
