using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Importing;

/// <summary>A field in the words of the catalogue.</summary>
internal sealed record ToldField(Wording Label, Wording Value, string? Unit)
{
    public static ToldField Of(EventField field, JToken value) =>
        new(field.Label, Shown(value, field), field.Unit);

    /// <summary>The value that stands where no column says another.</summary>
    public static ToldField Assumed(EventField field) => Of(field, JToken.FromObject(field.Default!));

    private static Wording Shown(JToken value, EventField field) => value switch
    {
        JArray list when field.Type == FieldType.Texts => new Wording(
            string.Join("、", list.Select(each => Shown(each, field).Zh)),
            string.Join(", ", list.Select(each => Shown(each, field).En))),
        JValue { Value: string text } =>
            field.Titles.TryGetValue(text, out var title) ? title : new Wording(text, text),
        JValue { Value: bool truth } => truth ? new Wording("是", "yes") : new Wording("否", "no"),
        _ => Same(value.ToString(Formatting.None)),
    };

    private static Wording Same(string text) => new(text, text);
}

/// <summary>
/// A row as an event in the words of the catalogue: what the mapping gives, not what stands by default.
/// </summary>
/// <param name="Subject">Empty: none.</param>
internal sealed record ToldEvent(
    int Line, EventKind Kind, string Id, string Subject, string Day, IReadOnlyList<ToldField> Fields)
{
    public static ToldEvent Of(int line, CanonicalEvent made, Mapping mapping, EventCatalogue catalogue)
    {
        var read = JObject.Parse(made.Text);
        var kind = catalogue.Kind((string)read["kind"]!)!;
        return new ToldEvent(
            line, kind, (string)read["id"]!, $"{read["subject"]?["id"]}", (string)read["occurredOn"]!,
            [
                // Kinds may call a field of the same name by other titles.
                .. from name in mapping.Fields.Select(field => field.Name)
                       .Concat(mapping.Records.Select(records => records.Name))
                   let value = read["data"]?[name]
                   let place = kind.PlaceOf(name)
                   where value is not null && place >= 0
                   select ToldField.Of(kind.Fields[place], value),
            ]);
    }
}
