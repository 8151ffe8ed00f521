using Tributary.Query.Cql;

namespace Tributary.Tests.Query.Cql;

public sealed class CqlTextTests
{
    [Fact(Timeout = 10000)]
    public void Quotes_and_backslashes_are_escaped_and_nothing_else_is()
    {
        Assert.Equal("""
            "a \"b\" \\ 'c' [d]"
            """, CqlText.Quote("""a "b" \ 'c' [d]"""));
    }

    [Fact(Timeout = 10000)]
    public void Words_of_a_person_lose_the_syntax_of_the_text_search()
    {
        Assert.Equal("\"how do I deploy the C service\"", CqlText.Words("how do I deploy the C++ service?"));
        Assert.Equal("\"error code 42 not fatal\"", CqlText.Words("(error_code:42) NOT fatal*".Replace('_', ' ')));
        Assert.Equal("\"blue and green\"", CqlText.Words("blue AND green"));
        Assert.Equal("\"\"", CqlText.Words(" *?! "));
    }

    [Fact(Timeout = 10000)]
    public void Phrases_in_balanced_quotes_stay_phrases()
    {
        Assert.Equal("""
            "\"release notes\" 2024"
            """, CqlText.Words("\"release notes\" 2024"));
        Assert.Equal("\"release notes\"", CqlText.Words("\"release notes"));
    }

    [Fact(Timeout = 10000)]
    public void A_phrase_is_one_phrase_whatever_it_holds()
    {
        Assert.Equal("""
            "\"say hello twice\""
            """, CqlText.Phrase("say \"hello\" [twice]"));
        Assert.Equal("\"\"", CqlText.Phrase("\"\""));
    }
}
