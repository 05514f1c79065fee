using System.Reflection;
using System.Reflection.Emit;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>
/// Makes types at run time whose properties are those that a catalogue or a pack declares: the package
/// finds members by reflection, with their types. They go when nobody holds them any more.
/// </summary>
internal sealed class ViewEmitter(string name)
{
    private const BindingFlags Anywhere = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly ModuleBuilder module = AssemblyBuilder
        .DefineDynamicAssembly(
            new AssemblyName($"CreditScoring.Views.{name}"), AssemblyBuilderAccess.RunAndCollect)
        .DefineDynamicModule("views");

    /// <summary>A type that hands its arguments to the constructor of its base.</summary>
    public TypeBuilder Type(string type, Type baseType)
    {
        var made = module.DefineType(type, TypeAttributes.Public | TypeAttributes.Sealed, baseType);
        var inner = baseType.GetConstructors(Anywhere).Single();
        Type[] takes = [.. inner.GetParameters().Select(each => each.ParameterType)];
        var code = made.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, takes)
            .GetILGenerator();
        for (var i = 0; i <= takes.Length; i++)
        {
            code.Emit(OpCodes.Ldarg, i);
        }

        code.Emit(OpCodes.Call, inner);
        code.Emit(OpCodes.Ret);
        return made;
    }

    /// <summary>
    /// A property that asks a method of the base for a field by its name, its place, or nothing.
    /// </summary>
    /// <param name="items">The type argument of the method; null: it has none.</param>
    public static void Property(
        TypeBuilder on, string property, Type type, string method, object? argument, Type? items = null)
    {
        const MethodAttributes Accessor =
            MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var getter = on.DefineMethod($"get_{property}", Accessor, type, System.Type.EmptyTypes);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        switch (argument)
        {
            case string text:
                code.Emit(OpCodes.Ldstr, text);
                break;
            case int place:
                code.Emit(OpCodes.Ldc_I4, place);
                break;
        }

        var asked = Method(on.BaseType!, method);
        code.Emit(OpCodes.Call, items is null ? asked : asked.MakeGenericMethod(items));
        if (asked.ReturnType != type && !type.IsValueType && items is null)
        {
            code.Emit(OpCodes.Castclass, type);
        }

        code.Emit(OpCodes.Ret);
        on.DefineProperty(property, PropertyAttributes.None, type, null).SetGetMethod(getter);
    }

    /// <summary><c>==</c> and <c>!=</c> of a type, by two methods of its base.</summary>
    public static void Equality(TypeBuilder on, string same, string other)
    {
        foreach (var (name, method) in new[] { ("op_Equality", same), ("op_Inequality", other) })
        {
            var code = on.DefineMethod(
                name, MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.SpecialName,
                typeof(bool), [on, on]).GetILGenerator();
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Call, Method(on.BaseType!, method));
            code.Emit(OpCodes.Ret);
        }
    }

    /// <summary><c>lookup</c> with so many values, which finds a row and makes a view of it.</summary>
    public static void Lookup(TypeBuilder on, int values, Type row)
    {
        var code = on.DefineMethod(
            "lookup", MethodAttributes.Public | MethodAttributes.HideBySig, row,
            [typeof(string), .. Enumerable.Repeat(typeof(object), values)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldc_I4, values);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (var i = 0; i < values; i++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldarg, i + 2);
            code.Emit(OpCodes.Stelem_Ref);
        }

        code.Emit(OpCodes.Call, Method(on.BaseType!, "Find"));
        code.Emit(OpCodes.Newobj, row.GetConstructors().Single());
        code.Emit(OpCodes.Ret);
    }

    /// <summary><c>subjectOn</c>, which makes a view of the subject as it was on a day.</summary>
    public static void SubjectOn(TypeBuilder on, Type subject)
    {
        var method = on.DefineMethod(
            "subjectOn", MethodAttributes.Public | MethodAttributes.HideBySig, subject, [typeof(DateTime?)]);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, Method(on.BaseType!, "On"));
        code.Emit(OpCodes.Newobj, subject.GetConstructors().Single());
        code.Emit(OpCodes.Ret);
    }

    private static MethodInfo Method(Type type, string name) => type.GetMethod(name, Anywhere)
        ?? throw new InvalidOperationException($"{type.Name} has no {name}");
}
