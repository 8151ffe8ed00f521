using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Tributary.Console;

/// <summary>The only way out to people and programs: data goes to standard output, words to standard error.</summary>
internal sealed class Output(TextWriter data, TextWriter words, bool dataIsTerminal = false, bool wordsAreTerminal = false, Func<Stream>? openProtocol = null)
{
    private const int PlainWidth = 160;
    private readonly Lock wordsLock = new();

    /// <summary>For tables, help and results.</summary>
    public TextWriter Data => data;

    public bool DataIsTerminal => dataIsTerminal;

    public bool WordsAreTerminal => wordsAreTerminal;

#pragma warning disable RS0030 // This is the one place where standard output is opened.
    public static Output OfProcess() => new(
        TextWriter.Synchronized(new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true }),
        new StreamWriter(System.Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
        dataIsTerminal: !System.Console.IsOutputRedirected,
        wordsAreTerminal: !System.Console.IsErrorRedirected,
        System.Console.OpenStandardOutput);
#pragma warning restore RS0030

    public void WriteData(string line) => data.WriteLine(line);

    /// <summary>A text as it is, with no line end added.</summary>
    public void WriteText(string text) => data.Write(text);

    /// <summary>One line of JSON, in letters as they are.</summary>
    public void WriteJson(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            value.WriteTo(writer);
        data.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    /// <summary>Says one line to a person. Log lines come this way too, so that lines never mix.</summary>
    public void Say(string line)
    {
        lock (wordsLock)
            words.WriteLine(line);
    }

    /// <summary>Standard output as the protocol's own stream, under stdio.</summary>
    public Stream OpenProtocol() => openProtocol?.Invoke() ?? throw new InvalidOperationException("This output has no protocol stream.");

    /// <summary>Tables and colours on standard output; plain text where it is not a terminal.</summary>
    public IAnsiConsole Pretty()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // Said outright: left to itself Spectre writes colour codes into files.
            Ansi = dataIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = dataIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(data),
        });
        if (!dataIsTerminal)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
