using System.Text;
using Tributary.Markup.Constructs.Opaque;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Placeholders;

/// <summary>What a template asks its reader for: <c>ac:placeholder</c> as <c>:placeholder[Who decides?]</c>, <c>at:var</c> as <c>:var[decision]</c>, and <c>at:declarations</c>, which stay as they are.</summary>
internal static class PlaceholderConstruct
{
    public const string Placeholder = "placeholder";
    public const string Variable = "var";

    public static InlineDirective Read(StorageElement element, Marks marks)
    {
        bool isVariable = element.Name == "at:var";
        string attribute = isVariable ? "at:rawxhtml" : "ac:type";
        string label = isVariable ? element["at:name"] ?? "" : string.Join(' ', VerbatimText.Of(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        DirectiveAttribute[] attributes = element[attribute] is { } value ? [new DirectiveAttribute(attribute[3..], value)] : [];
        return new InlineDirective(isVariable ? Variable : Placeholder, label, attributes, Handle: null, marks) { Origin = StorageOrigin.Of(element) };
    }

    public static void Write(InlineDirective directive, StringBuilder to)
    {
        string? said = directive.Attributes.FirstOrDefault(attribute => attribute.Name is "type" or "rawxhtml").Value;
        if (directive.Name == Variable)
        {
            to.Append("<at:var").AppendAttribute("at:name", directive.Label);
            if (said is not null) to.AppendAttribute("at:rawxhtml", said);
            to.Append(" />");
            return;
        }

        to.Append("<ac:placeholder");
        if (said is not null) to.AppendAttribute("ac:type", said);
        to.Append('>').AppendEscaped(directive.Label).Append("</ac:placeholder>");
    }

    public static Directive ReadDeclarations(StorageElement element, BlockReader reader) => OpaqueConstruct.ReadBlock(element, reader);
}
