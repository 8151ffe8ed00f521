namespace Tributary.Tests.Markup.Constructs.Maths;

public sealed class MathConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<p><ac:structured-macro ac:name=\"mathinline\" ac:schema-version=\"1\"><ac:parameter ac:name=\"body\">\\frac{a}{b}</ac:parameter></ac:structured-macro></p>", "p :math[\\frac{a}{b}]")]
    public Task Formulas_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<p>x <ac:structured-macro ac:name=\"mathinline\" ac:schema-version=\"1\"><ac:plain-text-body><![CDATA[e=mc^2]]></ac:plain-text-body></ac:structured-macro></p>", "p x :math[e=mc^2]")]
    public Task A_formula_in_a_plain_text_body_is_one_too(string storage, string model) => Construct.IsRead(storage, model);
}
