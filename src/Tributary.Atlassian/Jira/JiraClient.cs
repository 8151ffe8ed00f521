using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tributary.Atlassian.Http;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Jira.Models;
using Tributary.Atlassian.Jira.Routing;
using Tributary.Atlassian.Jira.Wire;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Jira;

/// <summary>Jira, Cloud and Data Center alike; each operation goes to the API that the site's deployment offers.</summary>
/// <exception cref="AtlassianException">Every operation throws it, and nothing else, when Atlassian refuses or does not answer.</exception>
public sealed partial class JiraClient
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly AtlassianConnection connection;
    private readonly JiraReader reader;
    private readonly BoundedCache<string, IReadOnlyList<Field>> fields;

    /// <param name="connection">Of a site of Jira: see <see cref="SiteOptions.Product"/>.</param>
    public JiraClient(AtlassianConnection connection)
    {
        this.connection = connection;
        reader = new JiraReader(connection.Site);
        fields = new BoundedCache<string, IReadOnlyList<Field>>(1, Memory, connection.Egress.Clock);
    }

    public Site Site => connection.Site;

    /// <summary>The format of descriptions and comments here.</summary>
    public RichTextFormat TextFormat => IsCloud ? RichTextFormat.AtlasDocFormat : RichTextFormat.WikiMarkup;

    private bool IsCloud => Site.Deployment == Deployment.Cloud;

    private Route Route(JiraOperation operation) => JiraCapabilities.Of(operation, Site.Deployment);

    private async Task<T> SendAsync<T>(UpstreamRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using UpstreamAnswer answer = await connection.Egress.SendAsync(request, cancellationToken);
        return JsonAnswers.Read(request, answer, type);
    }

    /// <summary>For answers without a body.</summary>
    private async Task SendAsync(UpstreamRequest request, CancellationToken cancellationToken)
    {
        using UpstreamAnswer answer = await connection.Egress.SendAsync(request, cancellationToken);
    }

    private static Func<HttpContent> Body(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        byte[] body = bytes.ToArray();
        return () => new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
    }

    private void Write(Utf8JsonWriter json, IssueWrite write)
    {
        json.WriteStartObject("fields");
        foreach ((string id, FieldValue value) in write.Fields)
        {
            json.WritePropertyName(id);
            value.Write(json, Site.Deployment);
        }

        json.WriteEndObject();
        if (write.Operations is not { Count: > 0 } operations) return;
        json.WriteStartObject("update");
        foreach (IGrouping<string, FieldOperation> field in operations.GroupBy(operation => operation.FieldId))
        {
            json.WriteStartArray(field.Key);
            foreach (FieldOperation operation in field)
            {
                json.WriteStartObject();
                json.WritePropertyName(operation.Verb);
                operation.Value.Write(json, Site.Deployment);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
