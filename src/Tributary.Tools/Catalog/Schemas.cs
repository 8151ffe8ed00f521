using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Tributary.Tools.Catalog;

/// <summary>JSON schemas, as short as clients allow: they are paid for in every conversation.</summary>
internal static class Schemas
{
    public static JsonElement Input(IEnumerable<Parameter> parameters) => Element(Object(parameters));

    /// <summary>
    /// Nothing is required and nothing excluded: some clients hold a failed call's <c>error</c> against this schema too,
    /// and a result leaves out what is null.
    /// </summary>
    public static JsonElement Output(JsonTypeInfo result) => Element(Of(result));

    /// <summary>An output of which nothing more is said.</summary>
    public static JsonElement AnyObject { get; } = Element(new JsonObject { ["type"] = "object" });

    private static JsonObject Object(IEnumerable<Parameter> parameters)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (Parameter parameter in parameters)
        {
            properties[parameter.Name] = Input(parameter);
            if (parameter.Required)
                required.Add((JsonNode)parameter.Name);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            schema["required"] = required;
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Input(Parameter parameter)
    {
        var schema = new JsonObject
        {
            ["type"] = parameter.Kind switch
            {
                ParameterKind.Integer => "integer",
                ParameterKind.Boolean => "boolean",
                ParameterKind.TextList or ParameterKind.Records => "array",
                ParameterKind.Object => "object",
                _ => "string",
            },
        };
        if (parameter.Kind == ParameterKind.TextList)
            schema["items"] = new JsonObject { ["type"] = "string" };
        if (parameter.Kind == ParameterKind.Records)
            schema["items"] = Object(parameter.Fields);
        if (parameter.Kind == ParameterKind.Choice)
            schema["enum"] = new JsonArray([.. parameter.Choices.Select(choice => (JsonNode)choice)]);
        if (parameter.Minimum is { } minimum)
            schema["minimum"] = minimum;
        if (parameter.Maximum is { } maximum and < int.MaxValue)
            schema["maximum"] = maximum;
        switch (parameter.Default)
        {
            case int number: schema["default"] = number; break;
            case bool flag: schema["default"] = flag; break;
            case Enum choice: schema["default"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString()); break;
        }

        if (parameter.Description.Length > 0)
            schema["description"] = parameter.Description;
        return schema;
    }

    private static JsonObject Of(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            var properties = new JsonObject();
            foreach (JsonPropertyInfo property in type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(AliasOnlyAttribute), false) != true))
                properties[property.Name] = Of(type.Options.GetTypeInfo(property.PropertyType));
            return new JsonObject { ["type"] = "object", ["properties"] = properties };
        }

        if (type.Kind == JsonTypeInfoKind.Enumerable)
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.Options.GetTypeInfo(type.ElementType!)) };

        // A schema, say: JSON within JSON.
        if (type.Type == typeof(JsonElement) || type.Kind == JsonTypeInfoKind.Dictionary)
            return new JsonObject { ["type"] = "object" };

        Type value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return value == typeof(DateTime) ? new JsonObject { ["type"] = "string", ["format"] = "date-time" }
            : new JsonObject { ["type"] = value == typeof(bool) ? "boolean" : value == typeof(string) ? "string" : "integer" };
    }

    private static JsonElement Element(JsonObject schema) => JsonSerializer.SerializeToElement(schema, ToolJson.Relaxed.JsonObject);
}
