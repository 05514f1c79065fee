using CreditScoring.Documents;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Intake.Folder;

/// <summary>
/// The events of a file that were refused, one JSON object a line with line, reasons and text. Written
/// beside the file only when all of it was read; no such file: nothing was refused.
/// </summary>
public sealed class RejectedEvents(string path) : IDisposable
{
    private readonly string draft = $"{path}.rejected-draft";
    private StreamWriter? text;

    public int Count { get; private set; }

    public static string NameOf(string file) => $"{file}.rejected";

    public void Note(Arrival arrival)
    {
        if (arrival.Outcome is Outcome.Quarantined or Outcome.Conflict)
        {
            Write(json =>
            {
                json.Property("line", (decimal)arrival.Reading.Place.Line);
                json.Property("source", arrival.Reading.Id.Source);
                json.Property("id", arrival.Reading.Id.Id);
                json.Property("outcome", arrival.Outcome.Name());
                json.List("flaws", arrival.Flaws, FlawJson.Write);
                json.Property("text", EscapedUtf8.Shown(arrival.Reading.Text));
            });
        }
    }

    /// <summary>The file as a whole cannot be read to its end.</summary>
    public void Note(string damaged) => Write(json => json.Property("damaged", damaged));

    public void Close(string file)
    {
        if (text is not null)
        {
            text.Dispose();
            text = null;
            File.Move(draft, NameOf(file), overwrite: true);
        }
    }

    public void Dispose()
    {
        if (text is not null)
        {
            text.Dispose();
            File.Delete(draft);
        }
    }

    /// <summary>What was refused may name persons: nobody else reads it.</summary>
    private FileStream Made()
    {
        // A link that somebody has laid under this name is not followed.
        File.Delete(draft);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(draft, how);
    }

    private void Write(Action<JsonTextWriter> line)
    {
        text ??= new StreamWriter(Made());
        text.WriteLine(JsonText.Of(json =>
        {
            json.WriteStartObject();
            line(json);
            json.WriteEndObject();
        }));
        Count++;
    }
}
