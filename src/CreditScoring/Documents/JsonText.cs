using System.Buffers;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>Writes JSON by hand: days as yyyy-MM-dd, decimals without trailing zeros.</summary>
public static class JsonText
{
    /// <summary>Characters; a larger room is not kept.</summary>
    private const int MostSpared = 16_384;

    private static readonly CharBuffers Buffers = new();

    [ThreadStatic]
    private static StringWriter? spare;

    /// <summary>What <paramref name="write"/> writes, on one line or indented.</summary>
    public static string Of(Action<JsonTextWriter> write, bool indented = false)
    {
        // Written over and over again: the room is used again, but by whoever writes inside of it.
        var text = spare ?? new StringWriter(new StringBuilder(1024), CultureInfo.InvariantCulture);
        spare = null;
        using (var json = new JsonTextWriter(text) { CloseOutput = false, ArrayPool = Buffers })
        {
            json.Formatting = indented ? Formatting.Indented : Formatting.None;
            write(json);
        }

        var builder = text.GetStringBuilder();
        var written = builder.ToString();
        if (builder.Capacity <= MostSpared)
        {
            builder.Clear();
            spare = text;
        }

        return written;
    }

    public static void Property(this JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(this JsonTextWriter json, string name, DateOnly? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    public static void Property(this JsonTextWriter json, string name, decimal? value)
    {
        json.WritePropertyName(name);
        json.Number(value);
    }

    public static void Property(this JsonTextWriter json, string name, bool? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>A decimal as short as it can be: 15, 1.5.</summary>
    public static void Number(this JsonTextWriter json, decimal? value)
    {
        if (value is null)
        {
            json.WriteNull();
        }
        else
        {
            json.WriteRawValue(
                value.Value.ToString("0.############################", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A value of the rule language: text, number, boolean, day or missing.</summary>
    public static void Any(this JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case decimal number:
                json.Number(number);
                break;
            case DateOnly day:
                json.WriteValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }

    /// <summary>A property that is a list.</summary>
    public static void List<T>(
        this JsonTextWriter json, string name, IEnumerable<T> items, Action<JsonTextWriter, T> write)
    {
        json.WritePropertyName(name);
        json.Array(items, write);
    }

    /// <summary>A list by itself.</summary>
    public static void Array<T>(
        this JsonTextWriter json, IEnumerable<T> items, Action<JsonTextWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    /// <summary>The writer's buffers are used again.</summary>
    private sealed class CharBuffers : IArrayPool<char>
    {
        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array)
        {
            if (array is not null)
            {
                ArrayPool<char>.Shared.Return(array);
            }
        }
    }
}
