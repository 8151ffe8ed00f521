using System.Text.RegularExpressions;

namespace Tributary.Tests.Rules;

/// <summary>Laws that are read from the source itself; docs/architecture.md numbers them.</summary>
public sealed partial class SourceLaws
{
    private const int MostLines = 400;

    private static readonly string[] KindsOfClass = ["Utils", "Helpers", "Common", "Managers", "Services", "Interfaces"];

    [Fact]
    public void Law_2_only_the_tool_filter_the_process_edge_and_background_loops_catch_every_exception()
    {
        string[] allowed =
        [
            "src/Tributary.Tools/ToolErrors.cs",
            "src/Tributary/Program.cs",
        ];

        Assert.Empty(
            from file in Repository.SourceFiles("src")
            where !allowed.Contains(file.Path)
            from line in file.Lines
            where line.Trim() == "catch" || (line.Contains("catch (Exception", StringComparison.Ordinal) && !NamesItsTypes().IsMatch(line))
            select $"{file.Path}: {line.Trim()}");
    }

    // A filter that lists the types it takes is as narrow as a clause for each.
    [GeneratedRegex(@"when \(\w+ is (?!not\b)")]
    private static partial Regex NamesItsTypes();

    [Fact]
    public void Law_6_only_the_output_writer_touches_standard_output()
    {
        Assert.Empty(
            from file in Repository.SourceFiles("src")
            where file.Path != "src/Tributary/Console/Output.cs"
            from place in new[] { "Console.Out", "Console.Write", "OpenStandardOutput" }.SelectMany(file.LinesWith)
            select place);
    }

    [Fact]
    public void Law_7_a_banned_symbol_is_let_through_only_where_the_process_begins()
    {
        string[] allowed = ["src/Tributary/Console/Output.cs"];

        Assert.Empty(
            from file in Repository.SourceFiles("src", "tests")
            where !allowed.Contains(file.Path) && file.Path != "tests/Tributary.Tests/Rules/SourceLaws.cs"
            from place in file.LinesWith("RS0030")
            select place);
    }

    [Fact]
    public void Law_9_no_file_is_longer_than_400_lines()
    {
        Assert.Empty(
            from file in Repository.SourceFiles("src", "tests")
            where file.Lines.Count > MostLines
            select $"{file.Path}: {file.Lines.Count} lines");
    }

    [Fact]
    public void Law_9_no_folder_is_named_after_a_kind_of_class()
    {
        Assert.Empty(
            from file in Repository.SourceFiles("src", "tests")
            from folder in file.Path.Split('/')[..^1]
            where KindsOfClass.Contains(folder, StringComparer.OrdinalIgnoreCase)
            select file.Path);
    }

    [Fact]
    public void The_program_begins_in_at_most_30_lines()
    {
        SourceFile program = Repository.SourceFiles("src/Tributary").Single(file => file.Path == "src/Tributary/Program.cs");

        Assert.InRange(program.Lines.Count, 1, 30);
    }

    [Fact]
    public void One_tool_is_one_file_and_one_test_file()
    {
        string[] tools = [.. Repository.SourceFiles("src/Tributary.Tools").Where(file => file.LinesWith("[McpServerTool(").Any()).Select(file => file.Path)];
        string[] tests = [.. Repository.SourceFiles("tests/Tributary.Tests/Tools").Select(file => Path.GetFileNameWithoutExtension(file.Path))];

        Assert.NotEmpty(tools);
        Assert.All(tools, path => Assert.EndsWith("Tool.cs", path, StringComparison.Ordinal));
        Assert.All(tools, path => Assert.Contains(Path.GetFileNameWithoutExtension(path) + "Tests", tests));
        Assert.All(tools, path => Assert.Single(File.ReadAllLines(Path.Combine(Repository.Root, path)), line => line.Contains("[McpServerTool(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_unfinished_in_the_source()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];

        Assert.Empty(
            from file in Repository.SourceFiles("src", "tests")
            from mark in marks
            from line in file.Lines.Select((text, index) => (text, number: index + 1))
            where line.text.Contains(mark, StringComparison.Ordinal) && !line.text.Contains($"\"{mark}\"", StringComparison.Ordinal)
            select $"{file.Path}:{line.number}");
    }
}
