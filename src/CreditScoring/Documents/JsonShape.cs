using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>
/// The members of a JSON object, declared once and in their order: what writes it, the names by which it
/// can be asked, and its schema follow.
/// </summary>
/// <param name="name">As a schema names it; it does not change.</param>
public abstract class JsonShape(string name)
{
    public string Name { get; } = name;

    public abstract IReadOnlyList<JsonMember> Members { get; }

    public IEnumerable<string> MemberNames => Members.Select(member => member.Name);
}

/// <summary>The shape of a <typeparamref name="T"/>.</summary>
public sealed class JsonShape<T>(string name, params IReadOnlyList<JsonMember<T>> members) : JsonShape(name)
{
    public override IReadOnlyList<JsonMember> Members => members;

    /// <summary>The same, as what writes them.</summary>
    public IReadOnlyList<JsonMember<T>> Own => members;

    /// <summary>Writes the object.</summary>
    public void Write(JsonTextWriter json, T value)
    {
        json.WriteStartObject();
        WriteMembers(json, value);
        json.WriteEndObject();
    }

    /// <summary>Writes the object, or null.</summary>
    public void WriteOrNull(JsonTextWriter json, T? value)
    {
        if (value is null)
        {
            json.WriteNull();
        }
        else
        {
            Write(json, value);
        }
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
