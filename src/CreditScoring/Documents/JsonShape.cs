using System.Globalization;
using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>
/// The members of a JSON object, declared once and in their order: what writes it and the names by which it
/// can be asked follow.
/// </summary>
public sealed class JsonShape<T>(params JsonMember<T>[] members)
{
    public IReadOnlyList<string> Names { get; } = [.. members.Select(member => member.Name)];

    /// <summary>Writes the object.</summary>
    public void Write(JsonTextWriter json, T value)
    {
        json.WriteStartObject();
        WriteMembers(json, value);
        json.WriteEndObject();
    }

    /// <summary>Writes its members into an object that has others beside.</summary>
    public void WriteMembers(JsonTextWriter json, T value)
    {
        foreach (var member in members)
        {
            member.Write(json, value);
        }
    }
}

/// <summary>One member of a JSON object.</summary>
/// <param name="name">As it is written.</param>
/// <param name="write">Writes its value, without the name.</param>
public class JsonMember<T>(string name, Action<JsonTextWriter, T> write)
{
    public JsonMember(string name, Func<T, string?> value)
        : this(name, (json, each) => json.WriteValue(value(each)))
    {
    }

    public JsonMember(string name, Func<T, DateOnly?> value)
        : this(name, (json, each) => json.WriteValue(
            value(each)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
    {
    }

    public JsonMember(string name, Func<T, decimal?> value)
        : this(name, (json, each) => json.Number(value(each)))
    {
    }

    public JsonMember(string name, Func<T, bool?> value)
        : this(name, (json, each) => json.WriteValue(value(each)))
    {
    }

    public string Name { get; } = name;

    /// <summary>Where it is left out; null: it is always there.</summary>
    public Func<T, bool>? Absent { get; init; }

    /// <summary>Writes name and value, unless it is left out.</summary>
    public void Write(JsonTextWriter json, T value)
    {
        if (Absent?.Invoke(value) == true)
        {
            return;
        }

        json.WritePropertyName(Name);
        write(json, value);
    }
}
