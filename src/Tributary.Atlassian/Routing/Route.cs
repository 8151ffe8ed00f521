using Tributary.Atlassian.Http.Egress;

namespace Tributary.Atlassian.Routing;

/// <summary>One row of the table: a method and a path below the site's root.</summary>
/// <param name="Template">Arguments in braces; a path is this template and nothing else, whatever the arguments.</param>
internal sealed record Route(HttpMethod Method, string Template)
{
    /// <summary>A POST that only reads: sending it twice changes nothing.</summary>
    public bool OnlyReads { get; init; }

    public AtlassianProduct Product { get; init; }

    /// <param name="words">The operation for errors, such as <c>get page 98304</c>.</param>
    /// <param name="id">The first argument in braces; the others follow.</param>
    public UpstreamRequest Request(string words, string id = "", string id2 = "", string id3 = "", Parameters? query = null, Func<HttpContent>? content = null) =>
        new(words, Method, Template, Path(id, id2, id3) + query)
        {
            Content = content,
            Product = Product,
            IsExperimental = Template.StartsWith("rest/servicedeskapi/", StringComparison.Ordinal),
            IsSafe = OnlyReads || Method == HttpMethod.Get,
        };

    public string Path(params IReadOnlyList<string> arguments)
    {
        string[] parts = Template.Split('{', '}');

        // Every second part was in braces.
        for (int i = 1; i < parts.Length; i += 2) parts[i] = Uri.EscapeDataString(arguments[i / 2]);
        return string.Concat(parts);
    }
}
