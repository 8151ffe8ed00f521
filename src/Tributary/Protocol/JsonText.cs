using System.Buffers;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Tributary.Protocol;

/// <summary>What can be said of JSON text without building anything from it, at any depth.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    public static bool IsWellFormed(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, AnyDepth);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <remarks>Such a string is JSON, but whoever asks for its text later gets an exception.</remarks>
    public static bool HoldsHalfSurrogatePair(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
            return false;

        char[] scratch = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            var reader = new Utf8JsonReader(utf8, AnyDepth);
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                    reader.CopyString(scratch);
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(scratch);
        }
    }

    /// <summary>The id of a well-formed request that is refused for another reason; none if there are two, or no method.</summary>
    public static RequestId AnswerableId(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, AnyDepth);
        RequestId id = default;
        int ids = 0;
        bool hasMethod = false;

        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return default;

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            bool isId = !reader.ValueIsEscaped && reader.ValueTextEquals("id"u8);
            hasMethod |= !reader.ValueIsEscaped && reader.ValueTextEquals("method"u8);
            reader.Read();
            if (isId)
            {
                ids++;
                if (reader.TokenType is JsonTokenType.String && !reader.ValueIsEscaped)
                    id = new RequestId(reader.GetString()!);
                else if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out long number))
                    id = new RequestId(number);
            }

            reader.Skip();
        }

        return ids == 1 && hasMethod ? id : default;
    }
}
