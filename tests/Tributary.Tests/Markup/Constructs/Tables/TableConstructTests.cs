namespace Tributary.Tests.Markup.Constructs.Tables;

public sealed class TableConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<table><tbody><tr><th><p>a</p></th><th><p style=\"text-align: right;\">b</p></th></tr><tr><td colspan=\"2\" rowspan=\"2\"><p style=\"text-align: center;\">1</p></td></tr><tr></tr></tbody></table>", "table\n  row\n    th\n      p a\n    th Right\n      p b\n  row\n    td colspan=2 rowspan=2 Center\n      p 1\n  row")]
    [InlineData("<table><tbody><tr><td><p /></td><td style=\"text-align: right;\"><ul><li><p>x</p></li></ul></td></tr></tbody></table>", "table\n  row\n    td\n    td Right\n      list Bullet\n        item\n          p x")]
    public Task Tables_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<table class=\"wrapped\" data-layout=\"wide\"><colgroup><col style=\"width: 10.0px;\" /></colgroup><thead><tr><th class=\"numberingColumn\"></th></tr></thead><tbody><tr><td data-highlight-colour=\"grey\">1</td></tr></tbody><tfoot><tr><td>f</td></tr></tfoot></table>", "table\n  row\n    th\n  row\n    td\n      p 1\n  row\n    td\n      p f")]
    [InlineData("<table><tr><td style=\"text-align: center;\">1</td><td colspan=\"0\" rowspan=\"x\">2</td><td colspan=\"99999\" rowspan=\"2\">3</td></tr></table>", "table\n  row\n    td Center\n      p 1\n    td\n      p 2\n    td colspan=1000\n      p 3")]
    [InlineData("<table><tbody></tbody></table>", "")]
    public Task Head_body_and_foot_are_rows_and_widths_are_not_shown(string storage, string model) => Construct.IsRead(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<table><caption>C</caption><tbody><tr><td>x</td></tr></tbody></table>", ":::opaque[table]\n  p C\n  :::opaque[tbody]\n    :::opaque[tr]\n      :::opaque[td]\n        p x")]
    public Task What_stands_outside_of_the_cells_is_kept(string storage, string model) => Construct.IsRead(storage, model);
}
