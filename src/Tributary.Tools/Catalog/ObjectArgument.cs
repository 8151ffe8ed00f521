using System.Text.Json;

namespace Tributary.Tools.Catalog;

/// <summary>An object whose members the tool itself knows: values by the names of fields, say.</summary>
internal sealed record ObjectArgument(JsonElement Value);
