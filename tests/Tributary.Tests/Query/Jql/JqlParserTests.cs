using System.Diagnostics;
using Tributary.Query.Jql;

namespace Tributary.Tests.Query.Jql;

public sealed class JqlParserTests
{
    [Fact(Timeout = 10000)]
    public void Every_query_of_the_file_is_read_as_documented_and_printed_in_its_canonical_form()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> entries = QueryFile.Read("Jql/queries.txt");

        Assert.True(entries.Count >= 200);
        Assert.All(entries, entry =>
        {
            JqlQuery query = JqlParser.Parse(entry["jql"]);

            Assert.Equal(entry["tree"], JqlOutline.Of(query));
            Assert.Equal(entry["prints"], query.ToString());
            Assert.Equal(query, JqlParser.Parse(entry["prints"]));
        });
    }

    [Fact(Timeout = 10000)]
    public void Every_faulty_query_of_the_file_is_refused_with_Jiras_words_and_the_place()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> entries = QueryFile.Read("Jql/faults.txt");

        Assert.True(entries.Count >= 100);
        Assert.All(entries, entry =>
        {
            JqlSyntaxException error = Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse(entry["jql"]));

            Assert.Equal(entry["error"], error.Message);
            Assert.Equal(entry["at"], $"{error.Line}:{error.Character}");
        });
    }

    [Fact(Timeout = 10000)]
    public void An_empty_query_matches_everything()
    {
        Assert.All(["", "  ", "\n\t\r\n"], jql => Assert.Equal(new JqlQuery(null, []), JqlParser.Parse(jql)));
        Assert.Equal("", JqlParser.Parse(" ").ToString());
    }

    [Fact(Timeout = 10000)]
    public void A_fault_is_placed_in_its_line()
    {
        JqlSyntaxException error = Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse("project = ENG\r\n AND status =\n\n  @done"));

        Assert.Equal("Error in the JQL Query: The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0040' instead. (line 4, character 3)", error.Message);
        Assert.Equal((32, 4, 3), (error.Position, error.Line, error.Character));
    }

    [Theory(Timeout = 10000)]
    [InlineData("comment ~ 'first\nsecond", "Error in the JQL Query: The quoted string 'first second' has not been completed. (line 1, character 11)")]
    [InlineData("status = \n\n\\c", "Error in the JQL Query: '\\c' is an illegal JQL escape sequence. The valid escape sequences are \\', \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX. (line 3, character 1)")]
    [InlineData("status =\u007fopen", "Error in the JQL Query: The character 'U+007F' on line 1 at position 9 must be escaped. Use the escape '\\u007f' instead. (line 1, character 9)")]
    [InlineData("status =\"\0 open\"", "Error in the JQL Query: The character 'U+0000' on line 1 at position 10 must be escaped. Use the escape '\\u0000' instead. (line 1, character 10)")]
    [InlineData("status = \"a\tb\"", "Error in the JQL Query: The character 'U+0009' on line 1 at position 12 must be escaped. Use the escape '\\u0009' instead. (line 1, character 12)")]
    [InlineData("sta\ufffetus = open", "Error in the JQL Query: The character 'U+FFFE' on line 1 at position 4 must be escaped. Use the escape '\\ufffe' instead. (line 1, character 4)")]
    public void Line_ends_and_control_characters_are_named_in_the_message(string jql, string message)
    {
        Assert.Equal(message, Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse(jql)).Message);
    }

    [Fact(Timeout = 10000)]
    public void A_literal_may_hold_line_ends_and_every_escape()
    {
        Assert.Equal(Is("summary", "a\nb"), JqlParser.Parse("summary = 'a\nb'").Where);
        Assert.Equal(Is("summary", "\"'\\\t\n\r \u00e9\0\ud83d\ude00"), JqlParser.Parse("""summary = "\"\'\\\t\n\r\ \u00E9\u0000😀" """).Where);
        Assert.Equal(Is("summary", "and"), JqlParser.Parse("summary = \\u0061nd").Where);
    }

    [Fact(Timeout = 10000)]
    public void Keywords_may_be_written_in_any_case()
    {
        Assert.Equal(
            JqlParser.Parse("a = 1 and not b in (2) or c not in (3) or d is not empty or e was not in (null) by f during (g, h) or i changed from j to k order by cf[1] desc"),
            JqlParser.Parse("a = 1 AND Not b In (2) oR c NOT in (3) OR d Is noT EMPTY Or e WAS Not IN (NULL) BY f During (g, h) OR i Changed FROM j TO k Order By CF[1] DESC"));
    }

    [Fact(Timeout = 10000)]
    public void Numbers_in_quotes_and_bare_ones_differ_and_other_literals_do_not()
    {
        Assert.Equal(new JqlNumber(-42), ValueOf("votes > -42"));
        Assert.Equal(new JqlNumber(7), ValueOf("votes > 007"));
        Assert.Equal(new JqlLiteral("42"), ValueOf("votes > \"42\""));
        Assert.Equal(new JqlLiteral("4.2"), ValueOf("votes > 4.2"));
        Assert.Equal(ValueOf("status = Open"), ValueOf("status = 'Open'"));
    }

    [Fact(Timeout = 10000)]
    public void Every_reserved_word_is_read_only_in_quotes_in_any_case()
    {
        Assert.Subset(JqlParser.ReservedWords.ToHashSet(), new HashSet<string>(["abort", "and", "cf", "date", "limit", "null", "user", "with"]));
        Assert.All(JqlParser.ReservedWords.Except(["empty", "null"]), word =>
        {
            Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse($"summary ~ {word}"));
            Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse($"{word.ToUpperInvariant()} = x"));
            Assert.Equal(new JqlLiteral(word), ValueOf($"summary ~ '{word}'"));
            Assert.Equal(JqlField.Named(word), FieldOf($"{JqlText.FieldName(word)} = x"));
        });
    }

    [Fact(Timeout = 10000)]
    public void The_custom_field_of_a_name_is_known_however_it_is_written()
    {
        Assert.Equal(10010, FieldOf("cf[10010] = 1").CustomFieldId);
        Assert.Equal(10010, FieldOf("\"CF[10010]\" = 1").CustomFieldId);
        Assert.Null(FieldOf("\"Team[Team]\" = 1").CustomFieldId);
        Assert.Null(FieldOf("\"cf[x]\" = 1").CustomFieldId);
    }

    [Fact(Timeout = 10000)]
    public void Sixty_four_levels_are_read_and_the_next_is_refused()
    {
        Assert.Equal(Is("a", "b"), JqlParser.Parse(new string('(', 64) + "a = b" + new string(')', 64)).Where);
        Assert.NotNull(JqlParser.Parse("a in " + new string('(', 64) + "b" + new string(')', 64)).Where);

        foreach (string opening in (string[])["(", "not ", "!", "not (", "a in (("])
        {
            JqlSyntaxException error = Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse(opening + string.Concat(Enumerable.Repeat(opening[^1] == '(' ? "(" : opening, 12_000)) + "a = b"));
            Assert.Contains("nested too deeply", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 10000)]
    public void Length_and_clauses_are_bounded()
    {
        string atTheLimit = "summary ~ " + JqlText.Quote(new string('x', JqlParser.MaxLength - 12));
        Assert.Equal(JqlParser.MaxLength, atTheLimit.Length);
        Assert.NotNull(JqlParser.Parse(atTheLimit).Where);
        Assert.Contains("50001 characters", Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse(atTheLimit + " ")).Message, StringComparison.Ordinal);

        string clauses = "a = b" + string.Concat(Enumerable.Repeat(" or a = b", JqlParser.MaxClauses - 1));
        Assert.NotNull(JqlParser.Parse(clauses).Where);
        Assert.Contains("too many clauses", Assert.Throws<JqlSyntaxException>(() => JqlParser.Parse(clauses + " or a = b")).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 10000)]
    public void The_longest_queries_of_every_shape_are_read_in_no_time()
    {
        string[] shapes =
        [
            "a = 1" + string.Concat(Enumerable.Repeat(" and a = 1", 1990)),
            "a = 1" + string.Concat(Enumerable.Repeat(" or a = 1 and b = 2", 990)),
            "a in (1" + string.Concat(Enumerable.Repeat(",1", 24_000)) + ")",
            "a = f(1" + string.Concat(Enumerable.Repeat(",1", 24_000)) + ")",
            "a = \"" + string.Concat(Enumerable.Repeat("\\\"", 24_000)) + "\"",
            "a = " + string.Concat(Enumerable.Repeat("\\u0061", 8_000)),
            "a changed" + string.Concat(Enumerable.Repeat(" by b", 9_000)),
            "a" + string.Concat(Enumerable.Repeat("[b].c", 9_000)) + " = 1",
            "order by a" + string.Concat(Enumerable.Repeat(",a", 24_000)),
        ];
        var clock = Stopwatch.StartNew();

        foreach (string query in shapes)
            Assert.Equal(JqlParser.Parse(query), JqlParser.Parse(query));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
    }

    private static JqlComparison Is(string field, string value) => JqlField.Named(field).EqualTo(value);

    private static JqlValue ValueOf(string jql) => Assert.IsType<JqlComparison>(JqlParser.Parse(jql).Where).Value;

    private static JqlField FieldOf(string jql) => Assert.IsType<JqlComparison>(JqlParser.Parse(jql).Where).Field;
}
