using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace OwnedData.Conventions.Tests;

/// <summary>`internal sealed` by default: public is what another project of the product names, open is what something derives from.</summary>
public sealed class TypeVisibilityTests
{
    private static readonly string[] s_projects = ["GraphQL", "Schema", "Bson", "Mongo", "Mongo.Embedded", "Mongo.Native", "Execution", "Server"];

    private static readonly Assembly[] s_assemblies = [.. s_projects.Select(project => Assembly.Load("OwnedData." + project))];

    private static readonly Type[] s_types =
        [.. s_assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.StartsWith('<'))];

    // Public all the same, each with its reason.
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["Program"] = "the compiler makes it",
        ["OwnedData.GraphQL.Language.Printer"] = "the other half of Parser: what one reads the other writes",
        ["OwnedData.Mongo.ExplainStatistics"] = "the other half of ExplainCommand: what one asks for the other reads",
        ["OwnedData.GraphQL.Introspection.IntrospectionFields"] = "its constants are copied into their users and leave no reference",
        ["OwnedData.GraphQL.Types.DirectiveLocations"] = "the same",
    };

    [Fact]
    public void Every_class_that_nothing_derives_from_is_sealed()
    {
        var bases = s_types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();
        var wrong = s_types
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false } && !bases.Contains(type) && type.Name != "Program")
            .Select(type => type.FullName);

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Every_public_type_is_used_by_another_project()
    {
        var used = new HashSet<Type>();
        foreach (var name in s_assemblies.SelectMany(ReadReferencedTypes).Distinct())
        {
            if (s_types.FirstOrDefault(type => type.FullName == name) is { } type)
            {
                AddWithSignature(type, used);
            }
        }

        // A family is seen whole: commands, types of a schema.
        foreach (var type in s_types.Where(type => type.IsPublic && type.BaseType is { } family && used.Contains(family)).ToList())
        {
            AddWithSignature(type, used);
        }

        var wrong = s_types.Where(type => type.IsPublic && !s_exceptions.ContainsKey(type.FullName!) && !used.Contains(type)).Select(type => type.FullName).Order(StringComparer.Ordinal);

        Assert.True(!wrong.Any(), "Make these internal:\n" + string.Join('\n', wrong));
    }

    private static IEnumerable<string> ReadReferencedTypes(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Where(name => name.StartsWith("OwnedData.", StringComparison.Ordinal)),
        ];
    }

    // What a used type shows in its public signatures has to be public as well.
    private static void AddWithSignature(Type type, HashSet<Type> used)
    {
        type = Definition(type.IsArray || type.IsByRef ? type.GetElementType()! : type);
        if (!s_assemblies.Contains(type.Assembly) || !used.Add(type))
        {
            return;
        }

        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var members = type.GetMethods(All).Where(method => method.IsPublic || method.IsFamily).SelectMany(Signature)
            .Concat(type.GetConstructors(All).Where(method => method.IsPublic || method.IsFamily).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(type.GetFields(All).Where(field => field.IsPublic).Select(field => field.FieldType))
            .Concat(type.GetInterfaces())
            .Append(type.BaseType)
            .OfType<Type>()
            .SelectMany(shown => shown.GetGenericArguments().Append(shown));
        foreach (var shown in members)
        {
            AddWithSignature(shown, used);
        }
    }

    private static IEnumerable<Type> Signature(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
