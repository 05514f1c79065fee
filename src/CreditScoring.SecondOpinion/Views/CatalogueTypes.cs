using CreditScoring.Events;
using CreditScoring.Law.Scenes;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>The types of events, entries, duties and subjects, with the fields of one catalogue.</summary>
public sealed class CatalogueTypes
{
    private readonly Dictionary<string, Type> items = new(StringComparer.Ordinal);

    internal CatalogueTypes(EventCatalogue catalogue)
    {
        var emitter = new ViewEmitter("catalogue");
        foreach (var list in catalogue.Kinds.SelectMany(kind => kind.Fields)
            .Where(field => field.Type == FieldType.Records).DistinctBy(field => field.Name))
        {
            items.Add(list.Name, Item(emitter, list));
        }

        Event = EventType(emitter, catalogue);
        Entry = Happened(emitter, "Entry", typeof(EntryView));
        Duty = Happened(emitter, "Duty", typeof(DutyView), ("duty", typeof(string), "Duty"));
        Subject = SubjectType(emitter, catalogue);
    }

    public Type Event { get; }

    public Type Entry { get; }

    public Type Duty { get; }

    public Type Subject { get; }

    /// <summary>The type of the records of a field; null: no field of that name has any.</summary>
    public Type? Item(string field) => items.GetValueOrDefault(field);

    private static Type Item(ViewEmitter emitter, EventField list)
    {
        var type = emitter.Type($"Item_{list.Name}", typeof(ItemView));
        for (var place = 0; place < list.Fields.Count; place++)
        {
            var field = list.Fields[place];
            if (Reading(field, field.AlwaysPresent) is var (clr, method))
            {
                ViewEmitter.Property(type, field.Name, clr, method, place);
            }
        }

        return type.CreateType();
    }

    private Type EventType(ViewEmitter emitter, EventCatalogue catalogue)
    {
        var type = emitter.Type("Event", typeof(EventView));
        ViewEmitter.Equality(type, nameof(EventView.Same), nameof(EventView.Other));
        ViewEmitter.Property(type, "actsOn", type, "ActsOn", null);
        ViewEmitter.Property(type, "origin", type, "Origin", null);
        foreach (var fields in catalogue.Kinds.SelectMany(kind => kind.Fields)
            .GroupBy(field => field.Name).Where(field => !EnvelopeMembers.Names.Contains(field.Key)))
        {
            var field = fields.First();
            if (field.Type == FieldType.Records)
            {
                var item = items[field.Name];
                ViewEmitter.Property(
                    type, field.Name, typeof(IEnumerable<>).MakeGenericType(item), "Items", field.Name, item);
            }
            else if (Reading(field, fields.Any(each => each.AlwaysPresent)) is var (clr, method))
            {
                ViewEmitter.Property(type, field.Name, clr, method, field.Name);
            }
        }

        return type.CreateType();
    }

    private Type Happened(
        ViewEmitter emitter, string name, Type baseType,
        params ReadOnlySpan<(string Name, Type Type, string Method)> more)
    {
        var type = emitter.Type(name, baseType);
        ViewEmitter.Property(type, "happened", Event, "Happened", null);
        foreach (var (property, clr, method) in more)
        {
            ViewEmitter.Property(type, property, clr, method, null);
        }

        return type.CreateType();
    }

    private static Type SubjectType(ViewEmitter emitter, EventCatalogue catalogue)
    {
        var type = emitter.Type("Subject", typeof(SubjectRecord));
        foreach (var field in catalogue.Kind(SubjectView.ProfileKind)?.Fields ?? [])
        {
            if (field.Name is not ("id" or "kind") && Reading(field, present: false) is var (clr, method))
            {
                ViewEmitter.Property(type, field.Name, clr, method, field.Name);
            }
        }

        return type.CreateType();
    }

    /// <summary>The type that a field has there, and what reads it; null: texts cannot read it.</summary>
    private static (Type Clr, string Method)? Reading(EventField field, bool present) => field.Type switch
    {
        FieldType.Number => (typeof(decimal?), "Number"),
        FieldType.Boolean when present => (typeof(bool), "Flag"),
        FieldType.Boolean => (typeof(bool?), "MayFlag"),
        FieldType.Date => (typeof(DateTime?), "Date"),
        FieldType.Text => (typeof(string), "Text"),
        FieldType.Texts => (typeof(IEnumerable<string>), "Texts"),
        _ => null,
    };
}
