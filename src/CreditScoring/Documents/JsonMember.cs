using System.Globalization;
using Newtonsoft.Json;

namespace CreditScoring.Documents;

/// <summary>One member of a JSON object, as far as a schema says it.</summary>
/// <param name="name">As it is written.</param>
/// <param name="says">What it means.</param>
public abstract class JsonMember(string name, Wording says)
{
    public string Name { get; } = name;

    public Wording Says { get; } = says;

    public JsonType Type { get; init; } = JsonType.Anything;

    /// <summary>Whether it may be null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>Whether it may be left out.</summary>
    public abstract bool MayBeAbsent { get; }

    /// <summary>A member that is a list of objects.</summary>
    public static JsonMember<T> List<T, TItem>(
        string name, string zh, string en, Func<T, IEnumerable<TItem>> items, JsonShape<TItem> shape) =>
        new(name, zh, en, (json, each) => json.Array(items(each), shape.Write))
        {
            Type = JsonType.ListOf(shape),
        };

    /// <summary>A member that is a list of texts.</summary>
    public static JsonMember<T> Texts<T>(
        string name, string zh, string en, Func<T, IEnumerable<string>> items) =>
        new(name, zh, en, (json, each) => json.Array(items(each), (to, text) => to.WriteValue(text)))
        {
            Type = JsonType.ListOf(JsonType.Text),
        };

    /// <summary>A member that is an object; null where its part is.</summary>
    public static JsonMember<T> Part<T, TPart>(
        string name, string zh, string en, Func<T, TPart?> part, JsonShape<TPart> shape,
        bool mayBeNull = false)
        where TPart : class =>
        new(name, zh, en, (json, each) => shape.WriteOrNull(json, part(each)))
        {
            Type = JsonType.ObjectOf(shape), MayBeNull = mayBeNull,
        };
}

/// <summary>One member of a JSON object, and how it is written.</summary>
/// <param name="write">Writes its value, without the name.</param>
public class JsonMember<T>(string name, string zh, string en, Action<JsonTextWriter, T> write)
    : JsonMember(name, new Wording(zh, en))
{
    public JsonMember(string name, string zh, string en, Func<T, string?> value)
        : this(name, zh, en, (json, each) => json.WriteValue(value(each))) => Type = JsonType.Text;

    public JsonMember(string name, string zh, string en, Func<T, DateOnly?> value)
        : this(name, zh, en, (json, each) => json.WriteValue(
            value(each)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) =>
        (Type, MayBeNull) = (JsonType.Day, true);

    public JsonMember(string name, string zh, string en, Func<T, DateOnly> value)
        : this(name, zh, en, each => (DateOnly?)value(each)) => MayBeNull = false;

    public JsonMember(string name, string zh, string en, Func<T, decimal?> value)
        : this(name, zh, en, (json, each) => json.Number(value(each))) =>
        (Type, MayBeNull) = (JsonType.Number, true);

    public JsonMember(string name, string zh, string en, Func<T, decimal> value)
        : this(name, zh, en, (json, each) => json.Number(value(each))) => Type = JsonType.Number;

    public JsonMember(string name, string zh, string en, Func<T, long?> value)
        : this(name, zh, en, (json, each) => json.WriteValue(value(each))) =>
        (Type, MayBeNull) = (JsonType.Whole, true);

    public JsonMember(string name, string zh, string en, Func<T, long> value)
        : this(name, zh, en, (json, each) => json.WriteValue(value(each))) => Type = JsonType.Whole;

    public JsonMember(string name, string zh, string en, Func<T, bool?> value)
        : this(name, zh, en, (json, each) => json.WriteValue(value(each))) =>
        (Type, MayBeNull) = (JsonType.Truth, true);

    public JsonMember(string name, string zh, string en, Func<T, bool> value)
        : this(name, zh, en, (json, each) => json.WriteValue(value(each))) => Type = JsonType.Truth;

    /// <summary>Where it is left out; null: it is always there.</summary>
    public Func<T, bool>? Absent { get; init; }

    public override bool MayBeAbsent => Absent is not null;

    /// <summary>The same member of something that has this as a part.</summary>
    /// <param name="without">Where there is no such part; null: there always is.</param>
    public JsonMember<TWhole> Within<TWhole>(Func<TWhole, T> part, Func<TWhole, bool>? without = null) =>
        new(Name, Says.Zh, Says.En, (json, whole) => write(json, part(whole)))
        {
            Type = Type,
            MayBeNull = MayBeNull,
            Absent = Absent is null ? without
                : whole => without?.Invoke(whole) == true || Absent(part(whole)),
        };

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
