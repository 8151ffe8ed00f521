using System.Text.Json;

namespace Tributary.Atlassian.Jira.Models;

/// <summary>A value to write into a field; each deployment gets it in its own shape.</summary>
public abstract record FieldValue
{
    private FieldValue()
    {
    }

    internal abstract void Write(Utf8JsonWriter json, Deployment deployment);

    /// <summary>Empties the field.</summary>
    public sealed record None : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => json.WriteNullValue();
    }

    public sealed record Text(string Value) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => json.WriteStringValue(Value);
    }

    public sealed record Number(decimal Value) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => json.WriteNumberValue(Value);
    }

    /// <summary>In the deployment's format, byte for byte.</summary>
    public sealed record Rich(RichText Value) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment)
        {
            if (Value.Format == RichTextFormat.AtlasDocFormat) json.WriteRawValue(Value.Text);
            else json.WriteStringValue(Value.Text);
        }
    }

    /// <param name="Id">An account id on Cloud, a user name on Data Center.</param>
    public sealed record User(string Id) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => WriteMember(json, deployment == Deployment.Cloud ? "accountId" : "name", Id);
    }

    /// <summary>An option, version, component, priority and the like.</summary>
    /// <param name="Child">The second choice of a cascading select.</param>
    public sealed record Choice(string Id, string? Child = null) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment)
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            if (Child is not null)
            {
                json.WritePropertyName("child");
                WriteMember(json, "id", Child);
            }

            json.WriteEndObject();
        }
    }

    /// <summary>Another issue, or a project.</summary>
    public sealed record Key(string Value) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => WriteMember(json, "key", Value);
    }

    public sealed record List(IReadOnlyList<FieldValue> Items) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment)
        {
            json.WriteStartArray();
            foreach (FieldValue item in Items) item.Write(json, deployment);
            json.WriteEndArray();
        }
    }

    /// <summary>As the caller knows Jira's own shape.</summary>
    public sealed record Raw(JsonElement Value) : FieldValue
    {
        internal override void Write(Utf8JsonWriter json, Deployment deployment) => Value.WriteTo(json);
    }

    private static void WriteMember(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
