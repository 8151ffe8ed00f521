using Tributary.Markup;
using Tributary.Markup.Adf;

namespace Tributary.Tests.Markup.Adf;

/// <summary>Each form of the notation, said otherwise than the document has it: the document changes there and nowhere else, or the conversion tells why not.</summary>
public sealed class SaidOtherwiseTests
{
    [Theory]
    [InlineData("align none->right", "| --- | --- |", "| --- | --: |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]}]}""")]
    [InlineData("align right->center", "--:", ":-:",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}],"marks":[{"type":"alignment","attrs":{"align":"center"}}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}],"marks":[{"type":"alignment","attrs":{"align":"center"}}]}]}]}]}""")]
    [InlineData("align right->none", "--:", "---",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}],"marks":[{"type":"alignment","attrs":{"align":"end"}}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""")]
    [InlineData("header removed", "| a | b |\n| --- | --- |", "| | |\n| --- | --- |\n| a | b |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""")]
    [InlineData("header added", "| | |\n| --- | --- |\n| a | b |", "| a | b |\n| --- | --- |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""")]
    [InlineData("column added", "| a | b |\n| --- | --- |\n| 1 | 2 |", "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]},{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"3"}]}]}]}]}""")]
    [InlineData("merge right", "| 1 | 2 |", "| 1 | < |",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]},{"type":"tableCell","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"2"}]}]}]}]}""",
        """{"type":"table","attrs":{"layout":"wide"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]},{"type":"tableHeader","attrs":{"background":"#fff"},"content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{"background":"#fff","colspan":2,"rowspan":1},"content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]}]}]}]}""")]
    [InlineData("list start", "1. a", "4. a",
        """{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}]}""",
        """{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}],"attrs":{"order":4}}""")]
    [InlineData("list kind", "- a", "4. a",
        """{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}]}""",
        """{"type":"orderedList","attrs":{"order":4},"content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}]}""")]
    [InlineData("task", "[ ]", "[x]",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"TODO"},"content":[{"type":"text","text":"one"}]}]}""",
        """{"type":"taskList","attrs":{"localId":"l"},"content":[{"type":"taskItem","attrs":{"localId":"1","state":"DONE"},"content":[{"type":"text","text":"one"}]}]}""")]
    [InlineData("code lang", "```\n", "```java\n",
        """{"type":"codeBlock","attrs":{"uniqueId":"u"},"content":[{"type":"text","text":"a"}]}""",
        """{"type":"codeBlock","attrs":{"uniqueId":"u","language":"java"},"content":[{"type":"text","text":"a"}]}""")]
    [InlineData("code title", "```\n", "``` {title=T}\n",
        """{"type":"codeBlock","attrs":{"uniqueId":"u"},"content":[{"type":"text","text":"a"}]}""",
        """{"type":"codeBlock","attrs":{"uniqueId":"u"},"content":[{"type":"text","text":"a"}]}""", "title of a code block")]
    [InlineData("code theme", "```java", "```java {theme=Midnight linenumbers}",
        """{"type":"codeBlock","attrs":{"language":"java"},"content":[{"type":"text","text":"a"}]}""",
        """{"type":"codeBlock","attrs":{"language":"java","hideLineNumbers":false},"content":[{"type":"text","text":"a"}]}""", "theme of a code block")]
    [InlineData("code to mermaid", "```java", "```mermaid",
        """{"type":"codeBlock","attrs":{"language":"java"},"content":[{"type":"text","text":"a"}]}""",
        """{"type":"codeBlock","attrs":{"language":"mermaid"},"content":[{"type":"text","text":"a"}]}""")]
    [InlineData("panel", "NOTE", "TIP",
        """{"type":"panel","attrs":{"panelType":"info"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"success"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("panel title", "[!NOTE]", "[!NOTE] Hi",
        """{"type":"panel","attrs":{"panelType":"info"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"info"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Hi","marks":[{"type":"strong"}]}]},{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("panel custom", "#ffeebb", "#aabbcc",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb","panelIcon":":rocket:"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#aabbcc","panelIcon":":rocket:"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("panel success type", "type=custom", "type=success",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"success","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("panel unknown type", "type=custom", "type=weird",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "the title or type of 'panel' (#m1), which ADF does not have")]
    [InlineData("panel unknown attr", "color=", "foo=1 color=",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "value 'foo' of 'panel' (#m1), which has none of that name")]
    [InlineData("panel label", ":::panel{", ":::panel[Hi]{",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "the title or type of 'panel' (#m1), which ADF does not have")]
    [InlineData("panel to expand", ":::panel", ":::expand",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"panel","attrs":{"panelType":"custom","panelColor":"#ffeebb"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "a change to 'panel' (#m1), of which only the place and the content can change")]
    [InlineData("expand title", "More", "Less",
        """{"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"expand","attrs":{"title":"Less"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""")]
    [InlineData("expand attr", "{#m1", "{foo=1 #m1",
        """{"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"expand","attrs":{"title":"More"},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "value 'foo' of 'expand' (#m1), which has none of that name")]
    [InlineData("link", "https://x.example/", "https://y.example/",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}},{"type":"link","attrs":{"href":"https://x.example/","title":"T","occurrenceKey":"k"}}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}},{"type":"link","attrs":{"href":"https://y.example/","title":"T"}}]}]}""")]
    [InlineData("link title", "\"T\"", "\"U\"",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}},{"type":"link","attrs":{"href":"https://x.example/","title":"T","occurrenceKey":"k"}}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}},{"type":"link","attrs":{"href":"https://x.example/","title":"U"}}]}]}""")]
    [InlineData("link web->page", "https://x.example/", "page:X",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}},{"type":"link","attrs":{"href":"https://x.example/","title":"T","occurrenceKey":"k"}}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"w "},{"type":"text","text":"t","marks":[{"type":"annotation","attrs":{"id":"c","annotationType":"inlineComment"}}]}]}""", "link to 'page:X', kept as text")]
    [InlineData("card url", "(https://x.example/)", "(https://y.example/)",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.example/","localId":"1"}}]}""",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://y.example/","localId":"1"}}]}""")]
    [InlineData("card kind", "card=inline", "card=block",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.example/","localId":"1"}}]}""",
        """{"type":"blockCard","attrs":{"url":"https://x.example/"}}""")]
    [InlineData("card words", "[https\\://x.example/]", "[words]",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.example/","localId":"1"}}]}""",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.example/","localId":"1"}}]}""", "words of a smart link, which shows its own")]
    [InlineData("block card url", "(https://x.example/)", "(https://y.example/)",
        """{"type":"blockCard","attrs":{"url":"https://x.example/","localId":"1"}}""",
        """{"type":"blockCard","attrs":{"url":"https://y.example/","localId":"1"}}""")]
    [InlineData("block card data url", "(https://x.example/)", "(https://y.example/)",
        """{"type":"blockCard","attrs":{"data":{"url":"https://x.example/"},"localId":"1"}}""",
        """{"type":"blockCard","attrs":{"data":{"url":"https://x.example/"},"localId":"1","url":"https://y.example/"}}""")]
    [InlineData("embed kind", "card=embed", "card=inline",
        """{"type":"embedCard","attrs":{"url":"https://x.example/","layout":"wide"}}""",
        """{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.example/"}}]}""")]
    [InlineData("image alt", "![A]", "![B]",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"B"}}]}""")]
    [InlineData("image width", "attachment:u)", "attachment:u){width=300}",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center","width":300,"widthType":"pixel"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""")]
    [InlineData("image address", "attachment:u)", "https://z.example/a.png)",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"external","alt":"A","url":"https://z.example/a.png"}}]}""")]
    [InlineData("image address ext", "https://x.example/", "https://z.example/a.png",
        """{"type":"mediaSingle","attrs":{"layout":"center","localId":"1"},"content":[{"type":"media","attrs":{"type":"external","url":"https://x.example/","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center","localId":"1"},"content":[{"type":"media","attrs":{"type":"external","url":"https://z.example/a.png","alt":"A"}}]}""")]
    [InlineData("image title", "attachment:u)", "attachment:u \"T\")",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""", "title of an image")]
    [InlineData("image border", "attachment:u)", "attachment:u){border}",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""", "border of an image")]
    [InlineData("image caption", "attachment:u)", "attachment:u){caption=Hi}",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}},{"type":"caption","content":[{"type":"text","text":"Hi"}]}]}""")]
    [InlineData("image link", "![A](attachment:u)", "[![A](attachment:u)](https://l.example/)",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"}}]}""",
        """{"type":"mediaSingle","attrs":{"layout":"center"},"content":[{"type":"media","attrs":{"type":"file","id":"u","collection":"c","alt":"A"},"marks":[{"type":"link","attrs":{"href":"https://l.example/"}}]}]}""")]
    [InlineData("image inline addr", "m1", "m2",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m1","collection":"c"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m2","collection":""}}]}""")]
    [InlineData("image inline alt", "![]", "![A]",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m1","collection":"c"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m1","collection":"c","alt":"A"}}]}""")]
    [InlineData("image inline width", "m1)", "m1){width=20}",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m1","collection":"c"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"mediaInline","attrs":{"type":"image","id":"m1","collection":"c"}}]}""", "width of an image")]
    [InlineData("date", "2026-01-31", "2026-02-01",
        """{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"1769817600000","localId":"d"}}]}""",
        """{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"1769904000000","localId":"d"}}]}""")]
    [InlineData("date bad", "2026-01-31", "soon",
        """{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"1769817600000","localId":"d"}}]}""",
        """{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"1769817600000","localId":"d"}}]}""", "a change of 'date' to 'soon', which it cannot say")]
    [InlineData("status", "Blue", "Green",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"green","style":"bold"}}]}""")]
    [InlineData("status attr", "colour=Blue", "colour=Blue subtle",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""", "value 'subtle' of 'status', which has none of that name")]
    [InlineData("status colour unknown", "colour=Blue", "colour=Pink",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"neutral","style":"bold"}}]}""", "colour 'Pink' of a status")]
    [InlineData("status empty", "[Open]", "",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""",
        """{"type":"paragraph","content":[{"type":"status","attrs":{"localId":"s","text":"Open","color":"blue","style":"bold"}}]}""", "a change of 'status' to '', which it cannot say")]
    [InlineData("mention", "user:a", "user:b",
        """{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"a","text":"@Alice","accessLevel":""}}]}""",
        """{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"b"}}]}""")]
    [InlineData("emoji", ":emoji[😄]{shortname=smile}", ":emoji[👍]{shortname=thumbsup}",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":smile:","id":"1f604","text":"😄","x":"1"}}]}""",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":thumbsup:","id":"1f44d","text":"👍","x":"1"}}]}""")]
    [InlineData("emoji attr", "shortname=smile", "shortname=smile foo=1",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":smile:","id":"1f604","text":"😄","x":"1"}}]}""",
        """{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":smile:","id":"1f604","text":"😄","x":"1"}}]}""", "value 'foo' of 'emoji', which has none of that name")]
    [InlineData("layout width", "width=50", "width=70",
        """{"type":"layoutSection","content":[{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"y"}]}]}]}""",
        """{"type":"layoutSection","content":[{"type":"layoutColumn","attrs":{"width":70},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"y"}]}]}]}""")]
    [InlineData("layout type", "layout-section{", "layout-section{type=two_left_sidebar ",
        """{"type":"layoutSection","content":[{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"y"}]}]}]}""",
        """{"type":"layoutSection","content":[{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},{"type":"layoutColumn","attrs":{"width":50},"content":[{"type":"paragraph","content":[{"type":"text","text":"y"}]}]}]}""", "a change to 'layout-section' (#m1), of which only the place and the content can change")]
    [InlineData("macro param", "maxLevel=3", "maxLevel=4",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"}}}}}""",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"4"}}}}}""")]
    [InlineData("macro name", "::toc", "::children",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"}}}}}""",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"children","parameters":{"macroParams":{"maxLevel":{"value":"3"}}}}}""")]
    [InlineData("macro body gets", "::toc{maxLevel=3 #m1}", ":::toc{maxLevel=3 #m1}\nbody\n:::",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"}}}}}""",
        """{"type":"extension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"maxLevel":{"value":"3"}}}}}""", "a body of 'toc' (#m1), which has none")]
    [InlineData("inline macro param", "A-3", "A-4",
        """{"type":"paragraph","content":[{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"jira","parameters":{"macroParams":{"key":{"value":"A-3"}}}}}]}""",
        """{"type":"paragraph","content":[{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"jira","parameters":{"macroParams":{"key":{"value":"A-4"}}}}}]}""")]
    [InlineData("inline macro name", ":jira", ":toc",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"jira","parameters":{"macroParams":{"key":{"value":"A-3"}}}}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"toc","parameters":{"macroParams":{"title":{"value":"A-3"}}}}}]}""")]
    [InlineData("inline macro handle", "#m1", "#m9",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"jira","parameters":{"macroParams":{"key":{"value":"A-3"}}}}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"inlineExtension","attrs":{"extensionType":"com.atlassian.confluence.macro.core","extensionKey":"jira","parameters":{"macroParams":{"key":{"value":"A-3"}},"macroMetadata":{"schemaVersion":{"value":"1"}}}}}]}""", "the handle #m9, which is none of this page", "jira #m1")]
    [InlineData("opaque label", "[unheard]", "[other]",
        """{"type":"unheard","attrs":{"a":1}}""",
        """{"type":"unheard","attrs":{"a":1}}""", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque inline label", "[unheardInline]", "[other]",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"unheardInline","attrs":{"a":1}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"unheardInline","attrs":{"a":1}}]}""", "a change to 'opaque' (#m1), of which only the place can change")]
    [InlineData("opaque body label", "[unheard]", "[other]",
        """{"type":"unheard","attrs":{"a":1},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""",
        """{"type":"unheard","attrs":{"a":1},"content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}""", "a change to 'opaque' (#m1), of which only the place and the content can change")]
    [InlineData("placeholder", "Type here", "Write here",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"placeholder","attrs":{"text":"Type here"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"placeholder","attrs":{"text":"Write here"}}]}""")]
    [InlineData("placeholder type", "[Type here]", "[Type here]{type=mention}",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"placeholder","attrs":{"text":"Type here"}}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"placeholder","attrs":{"text":"Type here"}}]}""", "value 'type' of 'placeholder', which has none of that name")]
    [InlineData("colour", "#ff0000", "#00ff00",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"text","text":"b","marks":[{"type":"annotation","attrs":{"id":"c"}},{"type":"textColor","attrs":{"color":"#ff0000"}}]}]}""",
        """{"type":"paragraph","content":[{"type":"text","text":"x "},{"type":"text","text":"b","marks":[{"type":"annotation","attrs":{"id":"c"}},{"type":"textColor","attrs":{"color":"#00ff00"}}]}]}""")]
    [InlineData("heading", "## b", "### b",
        """{"type":"heading","attrs":{"level":2,"localId":"x"},"content":[{"type":"text","text":"b"}]}""",
        """{"type":"heading","attrs":{"level":3,"localId":"x"},"content":[{"type":"text","text":"b"}]}""")]
    [InlineData("decision", ":::decision-list", ":::decision-list{foo=1}",
        """{"type":"decisionList","attrs":{"localId":"l"},"content":[{"type":"decisionItem","attrs":{"localId":"1","state":"DECIDED"},"content":[{"type":"text","text":"one"}]}]}""",
        """{"type":"decisionList","attrs":{"localId":"l"},"content":[{"type":"decisionItem","attrs":{"localId":"1","state":"DECIDED"},"content":[{"type":"text","text":"one"}]}]}""", "a change to 'decision-list' (#), of which only the place and the content can change")]
    public void What_Markdown_says_otherwise_changes_the_document_or_is_told(string what, string from, string to, string before, string after, params string[] losses)
    {
        string markdown = AdfDocument.ToMarkdown(Document(before)).Text;
        int at = markdown.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, what);

        Conversion changed = AdfDocument.FromMarkdown(string.Concat(markdown.AsSpan(0, at), to, markdown.AsSpan(at + from.Length)), Document(before));

        Assert.Equal(Document(after), changed.Text);
        Assert.Equal(losses, changed.Losses.Select(loss => loss.What));
        Assert.True(before != after || losses.Length > 0, what);
    }

    private static string Document(string blocks) => $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";
}
