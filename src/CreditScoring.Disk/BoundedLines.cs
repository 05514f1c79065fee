using System.Text;

namespace CreditScoring.Disk;

/// <summary>
/// The lines of a text, each told apart as a text reader does. Of one that is longer than the bound
/// only the beginning is kept, so that no line takes more memory than that.
/// </summary>
internal sealed class BoundedLines(TextReader text, int longest)
{
    private const int Kept = 1000;

    private readonly char[] buffer = new char[1 << 16];
    private int at;
    private int count;

    /// <summary>The number of the line that was given last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line that was given last is longer than the bound.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Null: there is none any more.</summary>
    public string? Next()
    {
        if (!Fill())
        {
            return null;
        }

        var line = new StringBuilder();
        (IsCut, Number) = (false, Number + 1);
        while (Fill())
        {
            var rest = buffer.AsSpan(at, count - at);
            var end = rest.IndexOfAny('\n', '\r');
            Keep(line, end < 0 ? rest : rest[..end]);
            at += end < 0 ? rest.Length : end;
            if (end >= 0)
            {
                PassEnd();
                break;
            }
        }

        return line.ToString();
    }

    /// <summary>All that is left; null: it is longer than the bound.</summary>
    public string? Rest()
    {
        var rest = new StringBuilder();
        IsCut = false;
        while (!IsCut && Fill())
        {
            Keep(rest, buffer.AsSpan(at, count - at));
            at = count;
        }

        return IsCut ? null : rest.ToString();
    }

    private void Keep(StringBuilder line, ReadOnlySpan<char> more)
    {
        if (!IsCut && line.Length + more.Length > longest)
        {
            IsCut = true;
            line.Append(more[..Math.Min(more.Length, Kept)]).Length = Math.Min(Kept, line.Length);
            line.Capacity = line.Length;
        }
        else if (!IsCut)
        {
            line.Append(more);
        }
    }

    private void PassEnd()
    {
        var returned = buffer[at++] == '\r';
        if (returned && Fill() && buffer[at] == '\n')
        {
            at++;
        }
    }

    private bool Fill()
    {
        if (at == count)
        {
            (at, count) = (0, text.Read(buffer, 0, buffer.Length));
        }

        return at < count;
    }
}
