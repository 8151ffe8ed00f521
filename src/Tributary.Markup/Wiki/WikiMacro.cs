using Tributary.Markup.Model;
using Tributary.Markup.Reading;

namespace Tributary.Markup.Wiki;

/// <summary>
/// A macro of the text with the places of its tags: <c>{name:parameters}</c>, and <c>{name}</c> where it has a body.
/// </summary>
/// <param name="name">As it is written.</param>
/// <param name="parameters">What stands behind the colon; null where there is none.</param>
internal sealed class WikiMacro(string name, string? parameters, int start, int openEnd)
{
    private WikiMacros? within;

    public string Name { get; } = name;

    public string? Parameters { get; } = parameters;

    public int Start { get; } = start;

    /// <summary>Where the opening tag ends.</summary>
    public int OpenEnd { get; } = openEnd;

    /// <summary>Where the closing tag begins; -1 where there is none.</summary>
    public int CloseStart { get; private set; } = -1;

    public int End { get; private set; } = openEnd;

    /// <summary>Stands within a line, where all others interrupt it.</summary>
    public bool IsInline { get; set; }

    public bool HasBody => CloseStart >= 0;

    /// <summary>The macros of the body, in order.</summary>
    public List<WikiMacro> Inner { get; } = [];

    public WikiMacros Within => within ??= new WikiMacros(Inner);

    public void Close(int closeStart, int end)
    {
        CloseStart = closeStart;
        End = end;
    }

    /// <summary>Parameters by name. Those without a name are called <c>_</c>, <c>_2</c>, <c>_3</c>...</summary>
    public static List<DirectiveAttribute> Read(string? parameters)
    {
        var read = new List<DirectiveAttribute>();
        if (string.IsNullOrEmpty(parameters)) return read;
        int unnamed = 0;
        foreach (string part in parameters.Split('|'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals > 0 ? part[..equals].Trim() : "";
            string value = WikiSyntax.Plain(Entities.Decode(part.AsSpan(name.Length > 0 ? equals + 1 : 0).Trim()));
            if (name.Length == 0) name = ++unnamed == 1 ? "_" : $"_{unnamed}";
            read.Add(new DirectiveAttribute(name, value));
        }

        return read;
    }
}
