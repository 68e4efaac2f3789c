using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Load;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>Calls everything that the store's tables can do, with plain values, each in a transaction of its own that leaves nothing behind.</summary>
static class TableCalls
{
    const int Middle = 5000;

    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(DeliveryTable).Assembly.GetTypes().Where(type => type.Namespace == typeof(DeliveryTable).Namespace && type.IsAbstract && type.IsSealed)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && method.GetParameters()[0].ParameterType == typeof(Work)),
    ];

    public static async Task MakeAsync(Database database, MethodInfo method)
    {
        try
        {
            await database.WriteAsync<int>(async work =>
            {
                await CallAsync(work, method);
                throw new UndoneException();
            }, CancellationToken.None);
        }
        catch (UndoneException)
        {
            // That is how it ends.
        }
    }

    // Plain values may break a key or find nothing: the statement was issued all the same.
    static async Task CallAsync(Work work, MethodInfo method)
    {
        object?[] values = [work, .. method.GetParameters().Skip(1).Select(parameter => Plain(parameter.ParameterType, parameter.Name ?? ""))];
        try
        {
            await ((Task?)method.Invoke(null, values) ?? Task.CompletedTask);
        }
        catch (Exception refused) when (refused is DbException or InvalidOperationException)
        {
            // Nothing to do: the transaction is undone anyway.
        }
    }

    static object? Plain(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return Text(name);
        if (plain == typeof(int))
            return name == "limit" ? 200 : 1;
        if (plain == typeof(long))
            return Place(name);
        if (plain.IsEnum)
            return plain.GetEnumValues().GetValue(0);
        if (plain.IsValueType)
            return Activator.CreateInstance(plain);
        if (plain.IsGenericType)
            return Filled(Array.CreateInstance(plain.GetGenericArguments()[0], 1));
        return plain == typeof(Payload) ? Payload.Of(new byte[200], new()) : Record(plain);
    }

    static Array Filled(Array list)
    {
        list.SetValue(Plain(list.GetType().GetElementType() ?? typeof(object), ""), 0);
        return list;
    }

    static object Record(Type type)
    {
        var make = type.GetConstructors().OrderBy(constructor => constructor.GetParameters().Length).First();
        var made = make.Invoke([.. make.GetParameters().Select(parameter => Plain(parameter.ParameterType, parameter.Name ?? ""))]);
        foreach (var property in type.GetProperties().Where(one => one.CanWrite && one.PropertyType == typeof(string)))
            property.SetValue(made, Text(property.Name));
        return made;
    }

    static string Text(string name) => name.ToLowerInvariant() switch
    {
        "partner" => Partner.Tthc,
        "dossier" or "number" or "after" or "afternumber" => ManyMessages.Number(Middle),
        "id" or "delivery" => $"D{Middle:x16}",
        "key" => ManyMessages.Key(Middle),
        "state" => DeliveryState.Waiting,
        "afterdue" or "duedate" or "day" => "2023-11-20",
        _ => name,
    };

    static long Place(string name) => name switch
    {
        "after" or "seq" or "eventSeq" or "last" => Middle,
        _ => ManyMessages.At(Middle),
    };

    sealed class UndoneException : Exception;
}
