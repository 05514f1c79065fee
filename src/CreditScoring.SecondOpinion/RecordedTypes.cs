using System.Reflection;
using System.Reflection.Emit;
using Newtonsoft.Json.Linq;

namespace CreditScoring.SecondOpinion;

/// <summary>The types that a recording declares, as plain classes with properties.</summary>
internal sealed class RecordedTypes
{
    private readonly ModuleBuilder module = AssemblyBuilder
        .DefineDynamicAssembly(
            new AssemblyName("CreditScoring.Recorded"), AssemblyBuilderAccess.RunAndCollect)
        .DefineDynamicModule("types");

    private int made;

    /// <param name="declared">
    /// Such as <c>"decimal?"</c>, <c>{ "id": "string" }</c>, <c>[ "string" ]</c>.
    /// </param>
    public Type Of(JToken declared) => declared switch
    {
        JObject fields => Class(fields),
        JArray items => typeof(List<>).MakeGenericType(Of(items[0])),
        _ => Named((string)declared!),
    };

    private static Type Named(string written)
    {
        var type = written.TrimEnd('?') switch
        {
            "int" => typeof(int),
            "decimal" => typeof(decimal),
            "bool" => typeof(bool),
            "date" => typeof(DateTime),
            _ => typeof(string),
        };
        return written.EndsWith('?') && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private Type Class(JObject fields)
    {
        var type = module.DefineType($"Recorded{++made}", TypeAttributes.Public);
        foreach (var (name, declared) in fields)
        {
            Property(type, name, Of(declared!));
        }

        return type.CreateType();
    }

    private static void Property(TypeBuilder on, string name, Type type)
    {
        const MethodAttributes Accessor =
            MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var field = on.DefineField($"_{name}", type, FieldAttributes.Private);
        var getter = on.DefineMethod($"get_{name}", Accessor, type, Type.EmptyTypes);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ret);
        var setter = on.DefineMethod($"set_{name}", Accessor, null, [type]);
        code = setter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Stfld, field);
        code.Emit(OpCodes.Ret);
        var property = on.DefineProperty(name, PropertyAttributes.None, type, null);
        property.SetGetMethod(getter);
        property.SetSetMethod(setter);
    }
}
