using Tributary.Markup;

namespace Tributary.Tests.Markup.Constructs.AdfExtensions;

public sealed class AdfExtensionConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:adf-extension><ac:adf-node type=\"extension\"><ac:adf-attribute key=\"extension-key\">tide-clock</ac:adf-attribute></ac:adf-node><ac:adf-fallback><p>06:12</p></ac:adf-fallback></ac:adf-extension>", ":::opaque[extension tide-clock] opaque\n  p 06:12")]
    [InlineData("<ac:adf-extension />", "::opaque[ac:adf-extension] opaque")]
    public Task What_only_older_sites_would_show_cannot_be_edited(string storage, string model) => Construct.IsRead(storage, model);

    [Fact(Timeout = 10000)]
    public void A_change_to_what_older_sites_would_show_is_refused_and_told()
    {
        const string app = "<ac:adf-extension><ac:adf-node type=\"extension\"><ac:adf-attribute key=\"extension-key\">tide-clock</ac:adf-attribute></ac:adf-node><ac:adf-fallback><p>06:12</p></ac:adf-fallback></ac:adf-extension><p>x</p>";

        Conversion altered = StorageFormat.FromMarkdown(StorageFormat.ToMarkdown(app).Text.Replace("06:12", "07:30", StringComparison.Ordinal).Replace('x', 'y'), app);

        Assert.Equal(app.Replace("<p>x", "<p>y", StringComparison.Ordinal), altered.Text);
        Assert.Equal(["a change to 'opaque' (#m1), of which only the place can change"], altered.Losses.Select(loss => loss.What));
    }

    [Theory]
    [InlineData("a decision comes", "Two", "Two\n\nThree **now**", "0,1,<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>Three <strong>now</strong></ac:adf-content></ac:adf-node>")]
    [InlineData("a decision comes first", "One", "None\n\nOne", "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>None</ac:adf-content></ac:adf-node>,0,1")]
    [InlineData("a decision goes", "One\n\n", "", "1")]
    [InlineData("decisions change places", "One\n\nTwo", "Two\n\nOne", "1,0")]
    [InlineData("a word changes", "Two", "Two now", "0,2")]
    [InlineData("all are others", "One\n\nTwo", "- A\n- B", "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>A\nB</ac:adf-content></ac:adf-node>", "block in a decision, kept as text")]
    [InlineData("one becomes a heading", "Two", "# Two", "0,1", "heading in a decision, kept as text")]
    [InlineData("all go", "One\n\nTwo\n", "", "")]
    public void Decisions_come_go_and_move_as_wholes(string what, string from, string to, string items, params string[] losses)
    {
        string[] known = [Item(0, "One"), Item(1, "Two"), Item(1, "Two now")];
        string page = List(known[0] + known[1]);
        string markdown = StorageFormat.ToMarkdown(page).Text;
        Assert.Equal(":::opaque[decision-list]{#m1}\nOne\n\nTwo\n:::\n\nx\n", markdown);

        Conversion altered = StorageFormat.FromMarkdown(markdown.Replace(from, to, StringComparison.Ordinal), page);

        string after = string.Concat(items.Split(',').Select(item => item.Length == 1 ? known[item[0] - '0'] : item));
        Assert.Equal(after.Length == 0 ? "<p>x</p>" : List(after), altered.Text);
        Assert.Equal(losses, altered.Losses.Select(loss => loss.What));
        Assert.True(StorageFormat.Validate(altered.Text) is null, what);
    }

    [Fact(Timeout = 10000)]
    public void A_decision_that_leaves_its_list_is_a_paragraph()
    {
        string page = List(Item(0, "One") + Item(1, "Two"));

        Conversion altered = StorageFormat.FromMarkdown(":::opaque[decision-list]{#m1}\nOne\n:::\n\nx\n\nTwo\n", page);

        Assert.Equal(List(Item(0, "One")) + "<p>Two</p>", altered.Text);
    }

    private static string List(string items) => $"<ac:adf-extension><ac:adf-node type=\"decision-list\"><ac:adf-attribute key=\"local-id\">d</ac:adf-attribute>{items}</ac:adf-node></ac:adf-extension><p>x</p>";

    private static string Item(int id, string words) => $"<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"local-id\">d{id}</ac:adf-attribute><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute><ac:adf-content>{words}</ac:adf-content></ac:adf-node>";
}
