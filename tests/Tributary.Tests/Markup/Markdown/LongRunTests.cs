using System.Text;
using Tributary.Markup;

namespace Tributary.Tests.Markup.Markdown;

/// <summary>Rows of signs that each could be marks around all between: on a thread with little room, for depth that is not bounded ends the process.</summary>
public sealed class LongRunTests
{
    private const int StackBytes = 1 << 20;

    public static TheoryData<string, string> Rows => new()
    {
        { new string('*', 200_000) + "a", new string('*', 200_000) },
        { new string('_', 200_000) + "a", new string('_', 200_000) },
        { "x " + new string('~', 200_000) + "a", new string('~', 200_000) },
        { "\\" + new string('*', 200_000) + "a", new string('*', 200_000) },
        { Repeated(new string('*', 500) + "a ", 300), Repeated("a" + new string('*', 500) + " ", 300) },
        { Repeated("*a ", 60_000), Repeated("a* ", 60_000) },
        { Repeated("**a *b ", 60_000), Repeated("b* a** ", 60_000) },
    };

    [Theory(Timeout = 20000)]
    [MemberData(nameof(Rows))]
    public async Task A_long_row_of_signs_is_no_deep_nest(string before, string after)
    {
        string markdown = before + after;

        Task<string> converted = OnSmallThreadAsync(() => StorageFormat.FromMarkdown(markdown).Text);
        Task<string> over = OnSmallThreadAsync(() => StorageFormat.FromMarkdown(markdown, "<p>a</p>").Text);

        Assert.StartsWith("<p>", await converted, StringComparison.Ordinal);
        Assert.StartsWith("<p>", await over, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("******a******", "<p><strong>a</strong></p>")]
    [InlineData("***a** b*", "<p><em><strong>a</strong> b</em></p>")]
    [InlineData("~~a~~", "<p><del>a</del></p>")]
    public void A_short_row_is_a_mark(string markdown, string storage) => Assert.Equal(storage, StorageFormat.FromMarkdown(markdown).Text);

    private static async Task<string> OnSmallThreadAsync(Func<string> convert)
    {
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(
            () =>
            {
                try
                {
                    done.SetResult(convert());
                }
                catch (InvalidOperationException exception)
                {
                    done.SetException(exception);
                }
            },
            StackBytes).Start();
        return await done.Task;
    }

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
