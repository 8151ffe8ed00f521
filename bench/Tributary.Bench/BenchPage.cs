using System.Globalization;
using System.Text;

namespace Tributary.Bench;

/// <summary>A page as people write them: prose, lists, tables, code, panels, mentions, three scripts.</summary>
internal static class BenchPage
{
    public static string OfBytes(int bytes)
    {
        var page = new StringBuilder();
        for (int section = 1, size = 0; size < bytes; section++)
        {
            string text = Section(section);
            page.Append(text);
            size += Encoding.UTF8.GetByteCount(text);
        }

        return page.ToString();
    }

    private static string Section(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        return
            $"<h2>Установка {n}</h2><p>The <strong>gateway</strong> takes a <a href=\"https://example.com/{n}\">booking</a> and <em>queues</em> it; 予約は<code>queue-{n}</code>に入ります. " +
            "What follows is a sentence that goes on for a while, so that a paragraph is as long as paragraphs are.</p>" +
            $"<ul><li><p>first, with <u>a mark</u></p></li><li><p>second</p><ul><li><p>below it, {n}</p></li></ul></li></ul>" +
            $"<table data-layout=\"default\"><tbody><tr><th><p>Name</p></th><th><p>Value</p></th></tr><tr><td><p>retries</p></td><td><p>{n}</p></td></tr><tr><td><p>owner</p></td>" +
            $"<td><p><ac:link><ri:user ri:account-id=\"5b10a:{n}\" /></ac:link></p></td></tr></tbody></table>" +
            $"<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"c{n}\"><ac:parameter ac:name=\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[int attempts = {n};\nreturn attempts < 3;]]></ac:plain-text-body></ac:structured-macro>" +
            $"<ac:structured-macro ac:name=\"info\" ac:schema-version=\"1\" ac:macro-id=\"i{n}\"><ac:rich-text-body><p>Only in <time datetime=\"2026-01-31\" />, see <ac:link><ri:page ri:content-title=\"Page {n}\" /></ac:link>.</p></ac:rich-text-body></ac:structured-macro>";
    }
}
