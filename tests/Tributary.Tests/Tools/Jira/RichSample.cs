using Tributary.Atlassian;

namespace Tributary.Tests.Tools.Jira;

/// <summary>A text that holds more than Markdown can say.</summary>
internal static class RichSample
{
    // A table, a mention, a panel, code and a node that nobody knows; the blanks of the JSON are the emulator's to drop.
    public const string Adf =
        """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"First words."}]},{"type":"table","attrs":{"isNumberColumnEnabled":false,"layout":"default"},"content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{},"content":[{"type":"paragraph","content":[{"type":"text","text":"Pump"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","attrs":{},"content":[{"type":"paragraph","content":[{"type":"text","text":"P1"}]}]}]}]},{"type":"paragraph","content":[{"type":"text","text":"Ask "},{"type":"mention","attrs":{"id":"alice","text":"@Alice","accessLevel":""}},{"type":"text","text":" first."}]},{"type":"panel","attrs":{"panelType":"warning"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Hot!"}]}]},{"type":"codeBlock","attrs":{"language":"python"},"content":[{"type":"text","text":"print(1)"}]},{"type":"futureBlock","attrs":{"depth":3,"kind":"x"},"content":[{"type":"paragraph","content":[{"type":"text","text":"Inside of it."}]}]},{"type":"paragraph","content":[{"type":"text","text":"Before "},{"type":"futureInline","attrs":{"b":2,"a":1}},{"type":"text","text":" after."}]},{"type":"extension","attrs":{"extensionType":"com.example.unknown","extensionKey":"widget","parameters":{"b":1,"a":"ü"},"localId":"x-1"}},{"type":"paragraph","content":[{"type":"text","text":"Last words."}]}]}""";

    public const string Wiki =
        "First words.\n\n||Pump||State||\n|P1|wet|\n\nAsk [~alice] first.\n\n{panel:title=Care|borderStyle=dashed}\nHot!\n{panel}\n\n{code:python}\nprint(1)\n{code}\n\n{widget:a=ü|b=1}inner{widget}\n\nLast words.";

    public static string Of(Deployment deployment) => deployment == Deployment.Cloud ? Adf : Wiki;
}
