using Tributary.Markup;

namespace Tributary.Tests.Markup.Reading;

public sealed class OutlineTests
{
    private const string Storage =
        "<h1>Install</h1><p>a</p><h2>Linux</h2><p>b</p><h2>Windows</h2><p>c</p><h3>Notes</h3><p>d</p><h1>Use</h1><h2>Notes</h2><p>e</p>"
        + "<ac:layout><ac:layout-section><ac:layout-cell><h2>In a <em>cell</em></h2><p>f</p></ac:layout-cell></ac:layout-section></ac:layout>";

    [Fact(Timeout = 10000)]
    public Task Headings_come_with_their_paths_and_sections()
    {
        Assert.Equal(
            ["1 Install", "2 Install > Linux", "2 Install > Windows", "3 Install > Windows > Notes", "1 Use", "2 Use > Notes", "2 Use > In a cell"],
            StorageFormat.Outline(Storage).Select(heading => $"{heading.Level} {heading.Path}"));
        return Task.CompletedTask;
    }

    [Theory(Timeout = 10000)]
    [InlineData("Linux", "<h2>Linux</h2><p>b</p>")]
    [InlineData("## linux", "<h2>Linux</h2><p>b</p>")]
    [InlineData("Install > Windows", "<h2>Windows</h2><p>c</p><h3>Notes</h3><p>d</p>")]
    [InlineData("Windows/Notes", "<h3>Notes</h3><p>d</p>")]
    [InlineData("Use > Notes", "<h2>Notes</h2><p>e</p><ac:layout><ac:layout-section><ac:layout-cell><h2>In a <em>cell</em></h2><p>f</p></ac:layout-cell></ac:layout-section></ac:layout>")]
    [InlineData("In a cell", "<h2>In a <em>cell</em></h2><p>f</p>")]
    public Task A_section_is_a_well_formed_slice_of_the_body(string path, string section)
    {
        SectionMatch match = StorageFormat.Section(Storage, path);

        Assert.Equal(section, match.Source);
        Assert.Null(StorageFormat.Validate(match.Source!));
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task An_ambiguous_heading_names_its_candidates_and_a_missing_one_names_all()
    {
        SectionMatch ambiguous = StorageFormat.Section(Storage, "Notes");
        Assert.False(ambiguous.IsFound);
        Assert.Equal(["Install > Windows > Notes", "Use > Notes"], ambiguous.Candidates);
        Assert.Equal(7, StorageFormat.Section(Storage, "Nowhere").Candidates.Count);
        return Task.CompletedTask;
    }

    [Fact(Timeout = 10000)]
    public Task Headings_that_repeat_are_told_apart_by_number()
    {
        const string storage = "<h2>Log</h2><p>1</p><h2>Log</h2><p>2</p>";

        Assert.Equal(["Log [1]", "Log [2]"], StorageFormat.Outline(storage).Select(heading => heading.Path));
        Assert.Equal(["Log [1]", "Log [2]"], StorageFormat.Section(storage, "Log").Candidates);
        Assert.Equal("<h2>Log</h2><p>2</p>", StorageFormat.Section(storage, "Log [2]").Source);
        return Task.CompletedTask;
    }
}
